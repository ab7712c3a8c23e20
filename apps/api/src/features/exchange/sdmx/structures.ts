import type { Texts } from '../../../graphql/local-text.type.ts';
import {
  AGENCY,
  CONCEPTS,
  CUBES,
  VERSION,
  YEAR,
  urn,
  type Attribute,
  type Component,
  type Cube,
} from './cube.ts';
import { named, type MessageContext } from './message-context.ts';

export type StructureContext = Pick<
  MessageContext,
  'lists' | 'texts' | 'lang' | 'release' | 'origin'
>;

export const ARTEFACT_TYPES = {
  agencyscheme: 'agencySchemes',
  dataflow: 'dataflows',
  datastructure: 'dataStructures',
  conceptscheme: 'conceptSchemes',
  codelist: 'codelists',
} as const;
export type ArtefactType = keyof typeof ARTEFACT_TYPES;

/** Something that is maintained, with what it points at. */
export interface Artefact {
  type: ArtefactType;
  id: string;
  agency: string;
  names: Texts;
  /** Whole, and without what is in it. */
  content: object;
  uses: readonly string[];
}

/** Type and id: ids are unique among those of a type. */
export const placeOf = ({ type, id }: Pick<Artefact, 'type' | 'id'>): string => `${type} ${id}`;

export function artefacts(context: StructureContext): Artefact[] {
  return [
    agencies(context),
    ...CUBES.map((cube) => dataflow(cube, context)),
    ...CUBES.map((cube) => dataStructure(cube, context)),
    concepts(context),
    ...[...context.lists].map(([id, codes]) => codelist(id, codes, context)),
  ];
}

const maintained = (
  type: ArtefactType,
  id: string,
  names: Texts,
  content: object,
  uses: readonly string[] = [],
  agency = AGENCY,
): Artefact => ({ type, id, agency, names, content, uses });

function agencies(context: StructureContext): Artefact {
  const names = context.texts.of('agency');
  const content = { isPartial: true, agencies: [{ id: AGENCY, ...named(names, context) }] };
  return maintained('agencyscheme', 'AGENCIES', names, content, [], 'SDMX');
}

function dataflow({ flow, structure, name }: Cube, { texts, release }: StructureContext): Artefact {
  return maintained(
    'dataflow',
    flow,
    texts.of('messages', name),
    {
      structure: urn('DataStructure', structure),
      annotations: [{ id: 'RELEASE', type: 'RELEASE', value: release.number }],
    },
    [placeOf({ type: 'datastructure', id: structure })],
  );
}

const concept = ({ id }: Pick<Component, 'id'>) =>
  `urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=${AGENCY}:${CONCEPTS}(${VERSION}).${id}`;
const VALUE: Component = { id: 'OBS_VALUE', representation: 'DECIMAL' };

function dataStructure(cube: Cube, { texts }: StructureContext): Artefact {
  const series = cube.dimensions.slice(0, -1);
  const lists = [...series, ...cube.attributes].flatMap(({ list = [] }) => list);
  return maintained(
    'datastructure',
    cube.structure,
    texts.of('structures', cube.structure),
    {
      dataStructureComponents: {
        dimensionList: {
          id: 'DimensionDescriptor',
          dimensions: series.map((dimension, position) => ({
            id: dimension.id,
            position,
            conceptIdentity: concept(dimension),
            localRepresentation: representation(dimension),
          })),
          timeDimension: {
            id: YEAR.id,
            conceptIdentity: concept(YEAR),
            localRepresentation: { format: { dataType: 'GregorianYear' } },
          },
        },
        measureList: {
          id: 'MeasureDescriptor',
          measures: [
            {
              id: VALUE.id,
              usage: 'optional',
              conceptIdentity: concept(VALUE),
              localRepresentation: representation(VALUE),
            },
          ],
        },
        attributeList: {
          id: 'AttributeDescriptor',
          attributes: cube.attributes.map((attribute) => attributeOf(attribute, series)),
        },
      },
    },
    [
      placeOf({ type: 'conceptscheme', id: CONCEPTS }),
      ...[...new Set(lists)].map((id) => placeOf({ type: 'codelist', id })),
    ],
  );
}

function attributeOf(attribute: Attribute, series: readonly Component[]): object {
  return {
    id: attribute.id,
    usage: attribute.mandatory ? 'mandatory' : 'optional',
    attributeRelationship:
      attribute.level === 'SERIES'
        ? { dimensions: series.map(({ id }) => id) }
        : { observation: {} },
    conceptIdentity: concept(attribute),
    localRepresentation: representation(attribute),
  };
}

function representation({ representation: kind, list }: Component): object {
  if (kind === 'CODE') return { enumeration: urn('Codelist', list ?? '') };
  return { format: { dataType: kind === 'DECIMAL' ? 'Decimal' : 'String' } };
}

function concepts(context: StructureContext): Artefact {
  const components = [VALUE, ...CUBES.flatMap((cube) => [...cube.dimensions, ...cube.attributes])];
  const ids = [...new Set(components.map(({ id }) => id))].sort();
  return maintained('conceptscheme', CONCEPTS, context.texts.of('conceptScheme'), {
    concepts: ids.map((id) => ({ id, ...named(context.texts.of('concepts', id), context) })),
  });
}

function codelist(
  id: string,
  codes: ReadonlyMap<string, Texts>,
  context: StructureContext,
): Artefact {
  return maintained('codelist', id, context.texts.of('lists', id), {
    codes: [...codes].map(([code, names]) => ({ id: code, ...named(names, context) })),
  });
}
