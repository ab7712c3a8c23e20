import { AGENCY, VALUE, VERSION, YEAR, type Attribute, type Component, type Cube } from './cube.ts';
import { isAmong, type Available } from './availability.ts';
import { meta, named, type JsonVersion } from './message-context.ts';
import type { StructureParts } from './structure-message.ts';
import { METADATA, METADATA_KEYS, metadataId } from './metadata-structure.ts';
import {
  categorised,
  conceptUrn,
  hasItems,
  versionOf,
  type Artefact,
  type StructureContext,
} from './structures.ts';
import { urn } from './urn.ts';

const PLURALS = {
  agencyscheme: 'agencySchemes',
  dataflow: 'dataflows',
  metadataflow: 'metadataflows',
  categoryscheme: 'categorySchemes',
  categorisation: 'categorisations',
  datastructure: 'dataStructures',
  metadatastructure: 'metadataStructures',
  conceptscheme: 'conceptSchemes',
  codelist: 'codelists',
} as const;
const ITEMS = {
  agencyscheme: 'agencies',
  categoryscheme: 'categories',
  conceptscheme: 'concepts',
  codelist: 'codes',
} as const;

export function structureJson(
  { artefacts, available }: StructureParts,
  context: StructureContext,
  version: JsonVersion,
): string {
  const byType = Map.groupBy(artefacts, ({ artefact }) => artefact.type);
  const data = {
    ...Object.fromEntries(
      [...byType].map(([type, own]) => [
        PLURALS[type],
        own.map(({ artefact, isStub }) => written(artefact, isStub, context, version)),
      ]),
    ),
    ...(available && constraint(available, context, version)),
  };
  return JSON.stringify({ meta: meta('structure', context, version), data });
}

function written(
  artefact: Artefact,
  isStub: boolean,
  context: StructureContext,
  version: JsonVersion,
): object {
  const { id, agency, type } = artefact;
  return {
    id,
    ...(type === 'agencyscheme' ? {} : { version: versionOf(artefact) }),
    agencyID: agency,
    ...(isStub ? { isExternalReference: true } : {}),
    ...named(artefact.names, context),
    links: [
      {
        rel: isStub ? 'external' : 'self',
        href: `${context.origin}/sdmx/structure/${type}/${agency}/${id}/${VERSION}`,
      },
    ],
    ...(isStub ? {} : content(artefact, context, version)),
  };
}

function content(artefact: Artefact, context: StructureContext, version: JsonVersion): object {
  const { type, cube, items, isPartial } = artefact;
  if (type === 'dataflow' && cube) {
    const { number } = context.release;
    const release = { id: 'RELEASE', type: 'RELEASE' };
    return {
      structure: urn('DataStructure', cube.structure),
      annotations: [
        version === '1.0.0' ? { ...release, title: number } : { ...release, value: number },
      ],
    };
  }
  if (type === 'datastructure' && cube)
    return { dataStructureComponents: version === '1.0.0' ? older(cube) : newer(cube) };
  if (type === 'metadataflow')
    return {
      structure: urn('MetadataStructure', METADATA.structure),
      ...(version === '1.0.0' ? {} : { targets: [urn('Code', METADATA.list, { item: '*' })] }),
    };
  if (type === 'metadatastructure') return { metadataStructureComponents: sheet(version) };
  const placed = categorised(artefact);
  if (placed) {
    const { source, target } = placed;
    return {
      source: urn(source.class, source.id),
      target: urn(target.class, target.id, { item: target.item }),
    };
  }
  if (!hasItems(type)) return {};
  return {
    ...(type === 'agencyscheme' || isPartial ? { isPartial: true } : {}),
    [ITEMS[type]]: items.map(({ id, names }) => ({ id, ...named(names, context) })),
  };
}

/** The structure of a metadata sheet. In 1.0 it also names what a report is about; in later versions the metadataflow does. */
function sheet(version: JsonVersion): object {
  const isOld = version === '1.0.0';
  const format = {
    [isOld ? 'textFormat' : 'format']: { [isOld ? 'textType' : 'dataType']: 'String' },
  };
  const metadataAttributes = METADATA_KEYS.map((key) => {
    const id = metadataId(key);
    const conceptIdentity = conceptUrn({ id });
    const occurs = { minOccurs: 0, maxOccurs: 1, isPresentational: false };
    return { id, ...occurs, conceptIdentity, localRepresentation: format };
  });
  if (!isOld)
    return { metadataAttributeList: { id: 'MetadataAttributeDescriptor', metadataAttributes } };
  const { report, target, object, list } = METADATA;
  const localRepresentation = { enumeration: urn('Codelist', list) };
  return {
    metadataTargets: [
      {
        id: target,
        identifiableObjectTargets: [{ id: object, objectType: 'Code', localRepresentation }],
      },
    ],
    reportStructures: [
      {
        id: report,
        metadataAttributes,
        metadataTargets: [urn('MetadataTarget', METADATA.structure, { item: target })],
      },
    ],
  };
}

const newer = (cube: Cube): object => {
  const series = cube.dimensions.slice(0, -1);
  const component = (one: Component) => ({
    id: one.id,
    conceptIdentity: conceptUrn(one),
    localRepresentation: representation(one, 'format', 'dataType'),
  });
  return {
    dimensionList: {
      id: 'DimensionDescriptor',
      dimensions: series.map((dimension, position) => ({ position, ...component(dimension) })),
      timeDimension: component(YEAR),
    },
    measureList: {
      id: 'MeasureDescriptor',
      measures: [{ usage: 'optional', ...component(VALUE) }],
    },
    attributeList: {
      id: 'AttributeDescriptor',
      attributes: cube.attributes.map((attribute) => ({
        usage: attribute.mandatory ? 'mandatory' : 'optional',
        attributeRelationship: isOfSeries(attribute)
          ? { dimensions: series.map(({ id }) => id) }
          : { observation: {} },
        ...component(attribute),
      })),
    },
  };
};

const older = (cube: Cube): object => {
  const series = cube.dimensions.slice(0, -1);
  const component = (one: Component) => ({
    id: one.id,
    conceptIdentity: conceptUrn(one),
    localRepresentation: representation(one, 'textFormat', 'textType'),
  });
  return {
    dimensionList: {
      id: 'DimensionDescriptor',
      dimensions: series.map((dimension, position) => ({
        ...{ position, type: 'Dimension' },
        ...component(dimension),
      })),
      timeDimensions: [{ position: series.length, type: 'TimeDimension', ...component(YEAR) }],
    },
    measureList: { id: 'MeasureDescriptor', primaryMeasure: component(VALUE) },
    attributeList: {
      id: 'AttributeDescriptor',
      attributes: cube.attributes.map((attribute) => ({
        assignmentStatus: attribute.mandatory ? 'Mandatory' : 'Conditional',
        attributeRelationship: isOfSeries(attribute)
          ? { dimensions: series.map(({ id }) => id) }
          : { primaryMeasure: VALUE.id },
        ...component(attribute),
      })),
    },
  };
};

const isOfSeries = ({ level }: Attribute): boolean => level === 'SERIES';

const TYPES = { DECIMAL: 'Decimal', TEXT: 'String', YEAR: 'GregorianYear' } as const;

function representation({ representation: kind, list }: Component, format: string, type: string) {
  return kind === 'CODE'
    ? { enumeration: urn('Codelist', list ?? '') }
    : { [format]: { [type]: TYPES[kind] } };
}

/** A constraint like others in SDMX 2.1 and 3.0; 3.1 has a type of its own for it. */
function constraint(available: Available, context: StructureContext, version: JsonVersion): object {
  const { cube, values, series, observations } = available;
  const keyValues = [...values]
    .filter(([id]) => isAmong(available, id))
    .map(([id, codes]) => ({
      id,
      ...(version === '1.0.0' ? {} : { include: true }),
      values: codes,
    }));
  const dataflow = urn('Dataflow', cube.flow);
  if (version === '2.1.0')
    return {
      availabilityConstraints: [
        {
          constraintAttachment: { dataflow },
          cubeRegion: { include: true, keyValues },
          seriesCount: series,
          obsCount: observations,
        },
      ],
    };
  const described = {
    id: `CR_${cube.flow}`,
    version: VERSION,
    agencyID: AGENCY,
    ...named(context.texts.of('messages', cube.name), context),
    constraintAttachment: { dataflows: [dataflow] },
    annotations: [
      { id: 'series_count', type: 'sdmx_metrics', title: String(series) },
      { id: 'obs_count', type: 'sdmx_metrics', title: String(observations) },
    ],
  };
  return version === '1.0.0'
    ? {
        contentConstraints: [
          { ...described, type: 'Actual', cubeRegions: [{ isIncluded: true, keyValues }] },
        ],
      }
    : {
        dataConstraints: [
          { ...described, role: 'Actual', cubeRegions: [{ include: true, keyValues }] },
        ],
      };
}
