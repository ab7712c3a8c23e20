import { languages } from '@qadam/i18n';
import type { Texts } from '../../../graphql/local-text.type.ts';
import type { Category } from './categories.ts';
import { AGENCY, CONCEPTS, CUBES, VALUE, VERSION, type Component, type Cube } from './cube.ts';
import { best, type MessageContext } from './message-context.ts';
import { METADATA, METADATA_KEYS, metadataId } from './metadata-structure.ts';
import type { ManyTexts } from './texts.ts';
import { urn, type SdmxClass } from './urn.ts';

/** What every message about structures and metadata says of the release. */
export type ReleaseContext = Pick<
  MessageContext,
  'lists' | 'texts' | 'lang' | 'release' | 'origin'
>;

export interface StructureContext extends ReleaseContext {
  categories: readonly Category[];
  /** Texts of the public pages, for the headings of a metadata sheet. */
  pages: ManyTexts;
}

/** The category scheme whose categories are the actions. */
const ACTIONS = 'CS_ACTIONS';

export const ARTEFACT_TYPES = [
  'agencyscheme',
  'dataflow',
  'metadataflow',
  'categoryscheme',
  'categorisation',
  'datastructure',
  'metadatastructure',
  'conceptscheme',
  'codelist',
] as const;
export type ArtefactType = (typeof ARTEFACT_TYPES)[number];

/** A code, a concept, a category or an agency. */
export interface Item {
  id: string;
  names: Texts;
}

/** A maintained artefact with the artefacts that it uses. The formats decide how it is written. */
export interface Artefact {
  type: ArtefactType;
  id: string;
  agency: string;
  names: Texts;
  /** The entries of a list or scheme. */
  items: readonly Item[];
  /** True if `items` holds only those that were asked for. */
  isPartial?: boolean;
  /** The cube of a dataflow or data structure; for a categorisation, that of the dataflow it puts into a category. */
  cube?: Cube;
  category?: Item;
  uses: readonly string[];
}

/** Type and id: an id is unique within its type. */
export const placeOf = ({ type, id }: Pick<Artefact, 'type' | 'id'>): string => `${type} ${id}`;

export function artefacts(context: StructureContext): Artefact[] {
  const { texts, lists } = context;
  return [
    {
      ...{ type: 'agencyscheme', id: 'AGENCIES', agency: 'SDMX', names: texts.of('agency') },
      ...{ items: [{ id: AGENCY, names: texts.of('agency') }], uses: [] },
    },
    ...CUBES.map((cube) => dataflow(cube, context)),
    metadataflow(context),
    categoryScheme(context),
    ...context.categories.flatMap((category) =>
      category.cubes.map((cube) => categorisation(category, cube, context)),
    ),
    ...CUBES.map((cube) => dataStructure(cube, context)),
    metadataStructure(context),
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

const metadataflow = ({ texts }: StructureContext): Artefact => ({
  ...{ type: 'metadataflow', id: METADATA.flow, agency: AGENCY },
  ...{ names: texts.of('messages', 'metadata'), items: [] },
  uses: [placeOf({ type: 'metadatastructure', id: METADATA.structure })],
});

const metadataStructure = ({ texts }: StructureContext): Artefact => ({
  ...{ type: 'metadatastructure', id: METADATA.structure, agency: AGENCY },
  ...{ names: texts.of('structures', METADATA.structure), items: [] },
  uses: [
    placeOf({ type: 'conceptscheme', id: CONCEPTS }),
    placeOf({ type: 'codelist', id: METADATA.list }),
  ],
});

const categoryScheme = ({ texts, categories }: StructureContext): Artefact => ({
  ...{ type: 'categoryscheme', id: ACTIONS, agency: AGENCY, names: texts.of('categoryScheme') },
  ...{ items: categories, uses: [] },
});

function categorisation(category: Category, cube: Cube, { texts }: StructureContext): Artefact {
  const flow = texts.of('messages', cube.name);
  const names = languages.map((lang) => [
    lang,
    `${best(flow, { lang })} · ${best(category.names, { lang })}`,
  ]);
  return {
    ...{ type: 'categorisation', id: `${cube.flow}-${category.id}`, agency: AGENCY },
    ...{ names: Object.fromEntries(names) as Texts, items: [], cube, category },
    uses: [
      placeOf({ type: 'dataflow', id: cube.flow }),
      placeOf({ type: 'categoryscheme', id: ACTIONS }),
    ],
  };
}

function concepts({ texts, pages }: StructureContext): Artefact {
  const components = [VALUE, ...CUBES.flatMap((cube) => [...cube.dimensions, ...cube.attributes])];
  const ids = [...new Set(components.map(({ id }) => id))].sort();
  return {
    ...{ type: 'conceptscheme', id: CONCEPTS, agency: AGENCY, names: texts.of('conceptScheme') },
    items: [
      ...ids.map((id) => ({ id, names: texts.of('concepts', id) })),
      ...METADATA_KEYS.map((key) => ({
        id: metadataId(key),
        names: pages.of('indicator', 'sheet', key),
      })),
    ],
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
  metadataflow: 'Metadataflow',
  categoryscheme: 'CategoryScheme',
  categorisation: 'Categorisation',
  datastructure: 'DataStructure',
  metadatastructure: 'MetadataStructure',
  conceptscheme: 'ConceptScheme',
  codelist: 'Codelist',
} as const satisfies Record<ArtefactType, SdmxClass>;

/** The class name of a type in URNs and as an XML element. */
export const classOf = ({ type }: Pick<Artefact, 'type'>) => CLASSES[type];

/** The class of the items in a list or scheme. */
export const ITEM_CLASSES = {
  agencyscheme: 'Agency',
  categoryscheme: 'Category',
  conceptscheme: 'Concept',
  codelist: 'Code',
} as const;

export const hasItems = (type: ArtefactType): type is keyof typeof ITEM_CLASSES =>
  type in ITEM_CLASSES;

export const urnOf = (artefact: Artefact): string =>
  urn(classOf(artefact), artefact.id, {
    agency: artefact.agency,
    version: versionOf(artefact),
  });

/** The dataflow and the category that a categorisation connects. */
export const categorised = ({ cube, category }: Artefact) =>
  cube && category
    ? ({
        source: { class: 'Dataflow', id: cube.flow },
        target: { class: 'Category', id: ACTIONS, item: category.id },
      } as const)
    : null;

/** The standard fixes the version of agency schemes at 1.0; all other artefacts share our version. */
export const versionOf = ({ type }: Pick<Artefact, 'type'>): string =>
  type === 'agencyscheme' ? '1.0' : VERSION;

export const conceptUrn = ({ id: item }: Pick<Component, 'id'>): string =>
  urn('Concept', CONCEPTS, { item });
