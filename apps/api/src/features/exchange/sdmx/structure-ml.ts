import { element, escaped } from '../markup.ts';
import { isAmong, type Available } from './availability.ts';
import {
  AGENCY,
  CONCEPTS,
  VALUE,
  VERSION,
  YEAR,
  type Attribute,
  type Component,
  type Cube,
} from './cube.ts';
import {
  beginning,
  ending,
  header,
  localised,
  namespaces,
  reference,
  type MlVersion,
} from './ml.ts';
import type { StructureParts } from './structure-message.ts';
import { METADATA, METADATA_KEYS, metadataId } from './metadata-structure.ts';
import {
  categorised,
  classOf,
  hasItems,
  ITEM_CLASSES,
  urnOf,
  versionOf,
  type Artefact,
  type ArtefactType,
  type StructureContext,
} from './structures.ts';
import { urn } from './urn.ts';

/** The element that holds the artefacts of each type, in the order of each version's schema. */
const CONTAINERS: Readonly<
  Record<MlVersion, readonly (readonly [string, ArtefactType | 'constraint'])[]>
> = {
  '2.1': [
    ['OrganisationSchemes', 'agencyscheme'],
    ['Dataflows', 'dataflow'],
    ['Metadataflows', 'metadataflow'],
    ['CategorySchemes', 'categoryscheme'],
    ['Categorisations', 'categorisation'],
    ['Codelists', 'codelist'],
    ['Concepts', 'conceptscheme'],
    ['MetadataStructures', 'metadatastructure'],
    ['DataStructures', 'datastructure'],
    ['Constraints', 'constraint'],
  ],
  '3.0': [
    ['AgencySchemes', 'agencyscheme'],
    ['Categorisations', 'categorisation'],
    ['CategorySchemes', 'categoryscheme'],
    ['Codelists', 'codelist'],
    ['ConceptSchemes', 'conceptscheme'],
    ['DataConstraints', 'constraint'],
    ['Dataflows', 'dataflow'],
    ['DataStructures', 'datastructure'],
    ['Metadataflows', 'metadataflow'],
    ['MetadataStructures', 'metadatastructure'],
  ],
};

export function structureMl(
  { artefacts, available }: StructureParts,
  context: StructureContext,
  version: MlVersion,
): string {
  const byType = new Map<string, string[]>(
    [...Map.groupBy(artefacts, ({ artefact }) => artefact.type)].map(([type, own]) => [
      type,
      own.map(({ artefact, isStub }) => written(artefact, isStub, context, version)),
    ]),
  );
  if (available) byType.set('constraint', [constraint(available, context, version)]);
  const containers = CONTAINERS[version].flatMap(([name, type]) => {
    const own = byType.get(type) ?? [];
    return own.length === 0 ? [] : [element(`structure:${name}`, {}, ...own)];
  });
  return (
    beginning(
      'Structure',
      namespaces(version, { message: 'message', structure: 'structure', common: 'common' }),
    ) +
    header('structure', context) +
    element('message:Structures', {}, ...containers) +
    ending('Structure')
  );
}

function written(
  artefact: Artefact,
  isStub: boolean,
  { origin, release }: StructureContext,
  version: MlVersion,
): string {
  const { type, id, agency, names } = artefact;
  const isPartial = type === 'agencyscheme' || artefact.isPartial === true;
  return element(
    `structure:${classOf(artefact)}`,
    {
      urn: urnOf(artefact),
      isExternalReference: isStub,
      agencyID: agency,
      id,
      // schemes of agencies have no version in 3.0
      version: type === 'agencyscheme' && version === '3.0' ? null : versionOf(artefact),
      isPartial: isPartial && !isStub ? true : null,
      structureURL: isStub
        ? `${origin}/sdmx/structure/${type}/${agency}/${id}/${versionOf(artefact)}`
        : null,
    },
    ...(type === 'dataflow' && !isStub
      ? [annotations(version, [['RELEASE', release.number]])]
      : []),
    ...localised('common:Name', names),
    ...(isStub ? [] : contentOf(artefact, version)),
    // even a stub says what a metadataflow is about
    ...(type === 'metadataflow' && version === '3.0' ? [ABOUT_INDICATORS] : []),
  );
}

const ABOUT_INDICATORS = element(
  'structure:Target',
  {},
  escaped(urn('Code', METADATA.list, { item: '*' })),
);

function contentOf(artefact: Artefact, version: MlVersion): string[] {
  const { type, cube, items } = artefact;
  if (hasItems(type))
    return items.map(({ id, names }) =>
      element(`structure:${ITEM_CLASSES[type]}`, { id }, ...localised('common:Name', names)),
    );
  const structure = (name: 'DataStructure' | 'MetadataStructure', id: string) =>
    reference(version, 'structure:Structure', { class: name, id });
  if (type === 'metadataflow') return [structure('MetadataStructure', METADATA.structure)];
  if (type === 'metadatastructure') return [sheet(version)];
  const placed = categorised(artefact);
  if (placed)
    return [
      reference(version, 'structure:Source', placed.source),
      reference(version, 'structure:Target', placed.target),
    ];
  if (!cube) return [];
  return type === 'dataflow'
    ? [structure('DataStructure', cube.structure)]
    : [components(cube, version)];
}

/** The structure of a metadata sheet. In 2.1 it also names what a report is about; in 3.0 the metadataflow does. */
function sheet(version: MlVersion): string {
  const { report, target, object, list } = METADATA;
  const text = element(
    'structure:LocalRepresentation',
    {},
    element('structure:TextFormat', { textType: 'String' }),
  );
  const attributes = METADATA_KEYS.map((key) =>
    element(
      'structure:MetadataAttribute',
      { id: metadataId(key), minOccurs: 0, maxOccurs: 1, isPresentational: false },
      conceptIdentity(metadataId(key), version),
      text,
    ),
  );
  if (version === '3.0')
    return element(
      'structure:MetadataStructureComponents',
      {},
      element(
        'structure:MetadataAttributeList',
        { id: 'MetadataAttributeDescriptor' },
        ...attributes,
      ),
    );
  const ofIndicators = reference(version, 'structure:Enumeration', { class: 'Codelist', id: list });
  return element(
    'structure:MetadataStructureComponents',
    {},
    element(
      'structure:MetadataTarget',
      { id: target },
      element(
        'structure:IdentifiableObjectTarget',
        { id: object, objectType: 'Code' },
        element('structure:LocalRepresentation', {}, ofIndicators),
      ),
    ),
    element(
      'structure:ReportStructure',
      { id: report },
      ...attributes,
      element('structure:MetadataTarget', {}, element('Ref', { id: target })),
    ),
  );
}

const annotations = (version: MlVersion, told: readonly (readonly [string, string])[]): string =>
  element(
    'common:Annotations',
    {},
    ...told.map(([id, text]) => {
      const named = (name: string, value: string) => element(`common:${name}`, {}, escaped(value));
      const type = named('AnnotationType', id);
      return version === '3.0'
        ? element('common:Annotation', { id }, type, named('AnnotationValue', text))
        : element('common:Annotation', { id }, named('AnnotationTitle', text), type);
    }),
  );

function components(cube: Cube, version: MlVersion): string {
  const series = cube.dimensions.slice(0, -1);
  const is21 = version === '2.1';
  const dimensions = element(
    'structure:DimensionList',
    { id: 'DimensionDescriptor' },
    ...series.map((one, at) =>
      element('structure:Dimension', { id: one.id, position: at + 1 }, ...facts(one, version)),
    ),
    element(
      'structure:TimeDimension',
      { id: YEAR.id, ...(is21 ? { position: series.length + 1 } : {}) },
      ...facts(YEAR, version),
    ),
  );
  const attributes = element(
    'structure:AttributeList',
    { id: 'AttributeDescriptor' },
    ...cube.attributes.map((one) => attribute(one, series, version)),
  );
  const measures = element(
    'structure:MeasureList',
    { id: 'MeasureDescriptor' },
    is21
      ? element('structure:PrimaryMeasure', { id: VALUE.id }, ...facts(VALUE, version))
      : element('structure:Measure', { id: VALUE.id, usage: 'optional' }, ...facts(VALUE, version)),
  );
  return element('structure:DataStructureComponents', {}, dimensions, attributes, measures);
}

function attribute(one: Attribute, series: readonly Component[], version: MlVersion): string {
  const { id, mandatory, level } = one;
  const is21 = version === '2.1';
  const to = (name: string, component: Component) =>
    element(`structure:${name}`, {}, is21 ? element('Ref', { id: component.id }) : component.id);
  const observation = is21 ? to('PrimaryMeasure', VALUE) : element('structure:Observation');
  return element(
    'structure:Attribute',
    is21
      ? { id, assignmentStatus: mandatory ? 'Mandatory' : 'Conditional' }
      : { id, usage: mandatory ? 'mandatory' : 'optional' },
    ...facts(one, version),
    element(
      'structure:AttributeRelationship',
      {},
      ...(level === 'SERIES'
        ? series.map((dimension) => to('Dimension', dimension))
        : [observation]),
    ),
  );
}

const TYPES = { DECIMAL: 'Decimal', TEXT: 'String', YEAR: 'GregorianYear' } as const;

const conceptIdentity = (item: string, version: MlVersion): string =>
  reference(version, 'structure:ConceptIdentity', { class: 'Concept', id: CONCEPTS, item });

/** The concept of a component and its allowed values. */
function facts(one: Component, version: MlVersion): string[] {
  const { representation: kind, list: id = '' } = one;
  const list = { class: 'Codelist', id } as const;
  return [
    conceptIdentity(one.id, version),
    element(
      'structure:LocalRepresentation',
      {},
      kind === 'CODE'
        ? reference(version, 'structure:Enumeration', list)
        : element('structure:TextFormat', { textType: TYPES[kind] }),
    ),
  ];
}

/** A constraint that lists the available codes. */
function constraint(available: Available, { texts }: StructureContext, version: MlVersion): string {
  const { cube, values, series, observations } = available;
  const is21 = version === '2.1';
  const [common, region] = is21 ? ['common', 'common'] : ['structure', 'structure'];
  const keys = [...values].filter(([id, codes]) => isAmong(available, id) && codes.length > 0);
  return element(
    is21 ? 'structure:ContentConstraint' : 'structure:DataConstraint',
    {
      ...{ id: `CR_${cube.flow}`, agencyID: AGENCY, version: VERSION },
      ...(is21 ? { type: 'Actual' } : { role: 'Actual' }),
    },
    annotations(version, [
      ['series_count', String(series)],
      ['obs_count', String(observations)],
    ]),
    ...localised('common:Name', texts.of('messages', cube.name)),
    element(
      'structure:ConstraintAttachment',
      {},
      reference(version, 'structure:Dataflow', { class: 'Dataflow', id: cube.flow }),
    ),
    element(
      'structure:CubeRegion',
      { include: true },
      ...keys.map(([id, codes]) =>
        element(
          `${region}:KeyValue`,
          { id },
          ...codes.map((code) => element(`${common}:Value`, {}, escaped(code))),
        ),
      ),
    ),
  );
}
