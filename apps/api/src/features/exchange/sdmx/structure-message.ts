import { meansOurVersion, names, refuseOthers, type Address } from './address.ts';
import type { Available } from './availability.ts';
import type { Cube } from './cube.ts';
import { SdmxError } from './sdmx-error.ts';
import {
  ARTEFACT_TYPES,
  artefacts,
  hasItems,
  placeOf,
  type Artefact,
  type StructureContext,
} from './structures.ts';

const DETAILS = [
  'full',
  'allstubs',
  'referencestubs',
  'allcompletestubs',
  'referencecompletestubs',
  'referencepartial',
  'raw',
];

type Step = (from: readonly Artefact[]) => Artefact[];

/** Each value of `references` in the standard, with the artefacts that it adds to those asked for. */
const REFERENCES: Readonly<Record<string, (children: Step, parents: Step) => Step>> = {
  none: () => () => [],
  parents: (_children, parents) => parents,
  parentsandsiblings: (children, parents) => (asked) => {
    const above = parents(asked);
    return [...above, ...children(above)];
  },
  ancestors: (_children, parents) => onwards(parents),
  children: (children) => children,
  descendants: (children) => onwards(children),
  all: (children, parents) => (asked) => {
    const above = parents(asked);
    return [...above, ...children(above), ...onwards(children)(asked)];
  },
};

/** Repeats a step until it finds nothing more. */
const onwards =
  (step: Step): Step =>
  (asked) => {
    const found = new Set<Artefact>();
    for (let next = step(asked); next.length > 0; next = step(next))
      for (const artefact of next) found.add(artefact);
    return [...found];
  };

/** Types of the standard of which we have no artefact: asking for them is allowed and finds nothing. */
const OTHER_TYPES =
  'valuelist hierarchy hierarchicalcodelist organisationscheme dataproviderscheme dataconsumerscheme organisationunitscheme reportingtaxonomy provisionagreement structureset process contentconstraint attachmentconstraint actualconstraint allowedconstraint dataconstraint metadataconstraint transformationscheme rulesetscheme userdefinedoperatorscheme customtypescheme namepersonalisationscheme namealiasscheme vtlmappingscheme structuremap representationmap conceptschememap categoryschememap organisationschememap reportingtaxonomymap hierarchyassociation metadataproviderscheme metadataprovisionagreement geographiccodelist geogridcodelist'.split(
    ' ',
  );

export const isArtefactType = (type: string): boolean =>
  type === '*' ||
  type === 'structure' ||
  ARTEFACT_TYPES.some((one) => one === type) ||
  OTHER_TYPES.includes(type);

/** `path`: type, agency, id, version, items; the same in both versions of the API. */
export function readStructureQuery(path: readonly string[], query: Address['query']) {
  refuseOthers(query, ['references', 'detail']);
  const [types = '*', agency = '*', id = '*', version = '~', item] = path;
  const unknown = types.split(',').find((type) => !isArtefactType(type));
  if (unknown !== undefined) throw new SdmxError('SYNTAX', `${unknown} is no type of artefact.`);
  const [references, detail] = [query.get('references') ?? 'none', query.get('detail') ?? 'full'];
  if (!DETAILS.includes(detail))
    throw new SdmxError('SYNTAX', `detail is one of ${DETAILS.join(', ')}.`);
  const known = Object.keys(REFERENCES);
  if (!known.includes(references) && !references.split(',').every(isArtefactType))
    throw new SdmxError('SYNTAX', `references is one of ${known.join(', ')}, or a type.`);
  return { types, agency, id, version, items: itemsOf(types, item), references, detail };
}

/** Ids of the wanted items of a list; null for all. */
function itemsOf(types: string, item = '*'): readonly string[] | null {
  if (['*', 'all', ''].includes(item)) return null;
  const unfit = types
    .split(',')
    .find((type) => ARTEFACT_TYPES.some((one) => one === type && !hasItems(one)));
  if (unfit !== undefined) throw new SdmxError('SYNTAX', `A ${unfit} has no items.`);
  return item.split(/[,+]/);
}

const AROUND = ['none', 'all', 'dataflow', 'datastructure', 'conceptscheme', 'codelist'];

/** `references` of a question about availability. */
export function readReferences(query: Address['query']): string {
  const references = query.get('references') ?? 'none';
  if (references.split(',').every((one) => AROUND.includes(one))) return references;
  throw new SdmxError('SYNTAX', `references is one of ${AROUND.join(', ')}.`);
}

/** What a structure message holds. */
export interface StructureParts {
  artefacts: readonly { artefact: Artefact; isStub: boolean }[];
  /** The availability of a dataflow, if that was asked for. */
  available?: Available;
}

export function structureParts(
  query: ReturnType<typeof readStructureQuery>,
  context: StructureContext,
): StructureParts {
  const all = artefacts(context);
  const asked = all
    .filter(
      ({ type, agency, id }) =>
        query.types.split(',').some((one) => ['*', 'structure', type].includes(one)) &&
        names(query.agency, agency) &&
        names(query.id, id) &&
        meansOurVersion(query.version),
    )
    .flatMap((artefact) => withItems(artefact, query.items));
  if (asked.length === 0) throw new SdmxError('NO_RESULTS', 'There is no such artefact.');
  return { artefacts: withReferences(asked, query, all) };
}

/** A list reduced to the wanted items; left out if it has none of them. No list of ours is a hierarchy, so an id with a dot matches nothing. */
function withItems(artefact: Artefact, wanted: readonly string[] | null): Artefact[] {
  if (wanted === null) return [artefact];
  const items = artefact.items.filter(({ id }) => wanted.includes(id));
  return items.length === 0 ? [] : [{ ...artefact, items, isPartial: true }];
}

/** `asked` and the artefacts that `references` adds to them, as stubs where `detail` says so. */
function withReferences(
  asked: readonly Artefact[],
  { references, detail }: Pick<ReturnType<typeof readStructureQuery>, 'references' | 'detail'>,
  all: readonly Artefact[],
): StructureParts['artefacts'] {
  const chosen = new Set(asked.map(placeOf));
  const referenced = [...new Set(referencedBy(asked, references, all))].filter(
    (artefact) => !chosen.has(placeOf(artefact)),
  );
  const isStub = (own: boolean) =>
    detail.startsWith('all') || (!own && /^reference.*stubs$/.test(detail));
  return [...asked, ...referenced].map((artefact) => ({
    artefact,
    isStub: isStub(chosen.has(placeOf(artefact))),
  }));
}

/** The artefacts that `references` adds to a dataflow, for an answer about its availability. */
export function around(
  { flow }: Cube,
  references: string,
  context: StructureContext,
): StructureParts['artefacts'] {
  const all = artefacts(context);
  const own = all.filter(({ type, id }) => type === 'dataflow' && id === flow);
  const wanted = references.split(',');
  const found = [...own, ...onwards(childrenAmong(all))(own)].filter(({ type }) =>
    wanted.some((one) => one === 'all' || one === type),
  );
  return found.map((artefact) => ({ artefact, isStub: false }));
}

const childrenAmong =
  (all: readonly Artefact[]): Step =>
  (from) => {
    const used = new Set(from.flatMap(({ uses }) => uses));
    return all.filter((artefact) => used.has(placeOf(artefact)));
  };

/** `references`: a word of the standard, or a list of types. */
function referencedBy(
  asked: readonly Artefact[],
  references: string,
  all: readonly Artefact[],
): Artefact[] {
  const children = childrenAmong(all);
  const parents: Step = (from) => {
    const places = new Set(from.map(placeOf));
    return all.filter(({ uses }) => uses.some((use) => places.has(use)));
  };
  if (Object.hasOwn(REFERENCES, references))
    return REFERENCES[references]?.(children, parents)(asked) ?? [];
  const types: readonly string[] = references.split(',');
  return [...onwards(children)(asked), ...onwards(parents)(asked)].filter(({ type }) =>
    types.includes(type),
  );
}
