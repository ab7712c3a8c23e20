import { meansOurVersion, names, refuseOthers, type Address } from './address.ts';
import { VERSION } from './cube.ts';
import { meta, named } from './message-context.ts';
import { SdmxError } from './sdmx-error.ts';
import {
  ARTEFACT_TYPES,
  artefacts,
  placeOf,
  type Artefact,
  type ArtefactType,
  type StructureContext,
} from './structures.ts';

export interface StructureQuery {
  types: string;
  agency: string;
  id: string;
  version: string;
  references: string;
  detail: string;
}

const DETAILS = [
  'full',
  'allstubs',
  'referencestubs',
  'allcompletestubs',
  'referencecompletestubs',
  'referencepartial',
  'raw',
];
const REFERENCES = [
  'none',
  'parents',
  'parentsandsiblings',
  'ancestors',
  'children',
  'descendants',
  'all',
];
/** Of the standard, and none of it is maintained here: asking for them finds nothing. */
const OTHER_TYPES =
  'metadatastructure categoryscheme valuelist hierarchy hierarchicalcodelist organisationscheme dataproviderscheme dataconsumerscheme organisationunitscheme metadataflow reportingtaxonomy provisionagreement structureset process categorisation contentconstraint attachmentconstraint actualconstraint allowedconstraint dataconstraint metadataconstraint transformationscheme rulesetscheme userdefinedoperatorscheme customtypescheme namepersonalisationscheme namealiasscheme vtlmappingscheme structuremap representationmap conceptschememap categoryschememap organisationschememap reportingtaxonomymap hierarchyassociation metadataproviderscheme metadataprovisionagreement geographiccodelist geogridcodelist'.split(
    ' ',
  );

export const isArtefactType = (type: string): boolean =>
  type === '*' || type === 'structure' || type in ARTEFACT_TYPES || OTHER_TYPES.includes(type);

/** `path`: type, agency, id, version; of both versions of the API. */
export function readStructureQuery(
  path: readonly string[],
  query: Address['query'],
): StructureQuery {
  refuseOthers(query, ['references', 'detail']);
  const [types = '*', agency = '*', id = '*', version = '~', item] = path;
  if (item !== undefined && !['*', 'all', ''].includes(item))
    throw new SdmxError('NOT_IMPLEMENTED', 'Single items are not offered; ask for the whole list.');
  const unknown = types.split(',').find((type) => !isArtefactType(type));
  if (unknown !== undefined) throw new SdmxError('SYNTAX', `${unknown} is no type of artefact.`);
  const [references, detail] = [query.get('references') ?? 'none', query.get('detail') ?? 'full'];
  if (!DETAILS.includes(detail))
    throw new SdmxError('SYNTAX', `detail is one of ${DETAILS.join(', ')}.`);
  if (!REFERENCES.includes(references) && !references.split(',').every(isArtefactType))
    throw new SdmxError('SYNTAX', `references is one of ${REFERENCES.join(', ')}, or a type.`);
  return { types, agency, id, version, references, detail };
}

export function structureMessage(query: StructureQuery, context: StructureContext): object {
  const all = artefacts(context);
  const asked = all.filter(
    ({ type, agency, id }) =>
      query.types.split(',').some((one) => ['*', 'structure', type].includes(one)) &&
      names(query.agency, agency) &&
      names(query.id, id) &&
      meansOurVersion(query.version),
  );
  if (asked.length === 0) throw new SdmxError('NO_RESULTS', 'There is no such artefact.');
  const chosen = new Set(asked.map(placeOf));
  const referenced = referencedBy(asked, query.references, all).filter(
    (artefact) => !chosen.has(placeOf(artefact)),
  );
  const isStub = (own: boolean) =>
    query.detail.startsWith('all') || (!own && /^reference.*stubs$/.test(query.detail));
  return {
    meta: meta('structure', context),
    data: grouped([
      ...asked.map((one) => [one, written(one, isStub(true), context)] as const),
      ...referenced.map((one) => [one, written(one, isStub(false), context)] as const),
    ]),
  };
}

function grouped(written: readonly (readonly [Artefact, object])[]): object {
  return Object.fromEntries(
    Object.entries(ARTEFACT_TYPES).flatMap(([type, plural]) => {
      const own = written.filter(([artefact]) => artefact.type === type).map(([, one]) => one);
      return own.length === 0 ? [] : [[plural, own]];
    }),
  );
}

function written(artefact: Artefact, stub: boolean, context: StructureContext): object {
  const { id, agency, type, content } = artefact;
  return {
    id,
    ...(type === 'agencyscheme' ? {} : { version: VERSION }),
    agencyID: agency,
    ...(stub ? { isExternalReference: true } : {}),
    ...named(artefact.names, context),
    links: [
      {
        rel: stub ? 'external' : 'self',
        href: `${context.origin}/sdmx/structure/${type}/${agency}/${id}/${VERSION}`,
      },
    ],
    ...(stub ? {} : content),
  };
}

type Step = (from: readonly Artefact[]) => Artefact[];

/** What stands around what was asked for, by the word of the standard for it. */
function referencedBy(
  asked: readonly Artefact[],
  references: string,
  all: readonly Artefact[],
): Artefact[] {
  const children: Step = (from) => {
    const used = new Set(from.flatMap(({ uses }) => uses));
    return all.filter((artefact) => used.has(placeOf(artefact)));
  };
  const parents: Step = (from) => {
    const places = new Set(from.map(placeOf));
    return all.filter(({ uses }) => uses.some((use) => places.has(use)));
  };
  const onwards = (step: Step) => {
    const found = new Set<Artefact>();
    for (let next = step(asked); next.length > 0; next = step(next))
      for (const artefact of next) found.add(artefact);
    return [...found];
  };
  const above = parents(asked);
  const siblings = [...above, ...children(above)];
  switch (references) {
    case 'none':
      return [];
    case 'children':
      return children(asked);
    case 'descendants':
      return onwards(children);
    case 'parents':
      return above;
    case 'ancestors':
      return onwards(parents);
    case 'parentsandsiblings':
      return [...new Set(siblings)];
    case 'all':
      return [...new Set([...siblings, ...onwards(children)])];
    default: {
      const types = references.split(',') as ArtefactType[];
      return [...new Set([...onwards(children), ...onwards(parents)])].filter(({ type }) =>
        types.includes(type),
      );
    }
  }
}
