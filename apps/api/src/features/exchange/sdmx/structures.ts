import type { Texts } from '../../../graphql/local-text.type.ts';
import { AGENCY, CONCEPTS, CUBES, VALUE, VERSION, urn, type Component, type Cube } from './cube.ts';
import type { MessageContext } from './message-context.ts';

export type StructureContext = Pick<
  MessageContext,
  'lists' | 'texts' | 'lang' | 'release' | 'origin'
>;

export const ARTEFACT_TYPES = [
  'agencyscheme',
  'dataflow',
  'datastructure',
  'conceptscheme',
  'codelist',
] as const;
export type ArtefactType = (typeof ARTEFACT_TYPES)[number];

/** A code, a concept or an agency. */
export interface Item {
  id: string;
  names: Texts;
}

/** Something that is maintained, with what it points at. How it is written is for the formats. */
export interface Artefact {
  type: ArtefactType;
  id: string;
  agency: string;
  names: Texts;
  /** Of a list or scheme. */
  items: readonly Item[];
  /** Of a dataflow or its structure. */
  cube?: Cube;
  uses: readonly string[];
}

/** Type and id: ids are unique among those of a type. */
export const placeOf = ({ type, id }: Pick<Artefact, 'type' | 'id'>): string => `${type} ${id}`;

export function artefacts(context: StructureContext): Artefact[] {
  const { texts, lists } = context;
  return [
    {
      ...{ type: 'agencyscheme', id: 'AGENCIES', agency: 'SDMX', names: texts.of('agency') },
      ...{ items: [{ id: AGENCY, names: texts.of('agency') }], uses: [] },
    },
    ...CUBES.map((cube) => dataflow(cube, context)),
    ...CUBES.map((cube) => dataStructure(cube, context)),
    concepts(context),
    ...[...lists].map(([id, codes]) => codelist(id, codes, context)),
  ];
}

const dataflow = (cube: Cube, { texts }: StructureContext): Artefact => ({
  ...{ type: 'dataflow', id: cube.flow, agency: AGENCY, names: texts.of('messages', cube.name) },
  ...{ cube, items: [], uses: [placeOf({ type: 'datastructure', id: cube.structure })] },
});

function dataStructure(cube: Cube, { texts }: StructureContext): Artefact {
  const lists = [...cube.dimensions, ...cube.attributes].flatMap(({ list = [] }) => list);
  return {
    ...{ type: 'datastructure', id: cube.structure, agency: AGENCY, cube, items: [] },
    names: texts.of('structures', cube.structure),
    uses: [
      placeOf({ type: 'conceptscheme', id: CONCEPTS }),
      ...[...new Set(lists)].map((id) => placeOf({ type: 'codelist', id })),
    ],
  };
}

function concepts({ texts }: StructureContext): Artefact {
  const components = [VALUE, ...CUBES.flatMap((cube) => [...cube.dimensions, ...cube.attributes])];
  const ids = [...new Set(components.map(({ id }) => id))].sort();
  return {
    ...{ type: 'conceptscheme', id: CONCEPTS, agency: AGENCY, names: texts.of('conceptScheme') },
    items: ids.map((id) => ({ id, names: texts.of('concepts', id) })),
    uses: [],
  };
}

const codelist = (
  id: string,
  codes: ReadonlyMap<string, Texts>,
  { texts }: StructureContext,
): Artefact => ({
  ...{ type: 'codelist', id, agency: AGENCY, names: texts.of('lists', id), uses: [] },
  items: [...codes].map(([code, names]) => ({ id: code, names })),
});

const CLASSES = {
  agencyscheme: 'AgencyScheme',
  dataflow: 'Dataflow',
  datastructure: 'DataStructure',
  conceptscheme: 'ConceptScheme',
  codelist: 'Codelist',
} as const;

/** The name of a type in URNs and as an element. */
export const classOf = ({ type }: Pick<Artefact, 'type'>) => CLASSES[type];

/** Schemes of agencies have no version that counts; what we maintain has one for all. */
export const versionOf = ({ type }: Pick<Artefact, 'type'>): string =>
  type === 'agencyscheme' ? '1.0' : VERSION;

export const conceptUrn = ({ id }: Component): string =>
  `${urn('ConceptScheme', CONCEPTS).replace('ConceptScheme=', 'Concept=')}.${id}`;
