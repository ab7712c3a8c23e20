import { flowOf, names, meansOurVersion, refuseOthers, type Address } from './address.ts';
import { AGENCY, CUBES, dimensionAt, type Cube } from './cube.ts';
import type { Shown } from './message-context.ts';
import { METADATA_CONTEXTS } from './metadata-sets.ts';
import { SdmxError } from './sdmx-error.ts';
import { isArtefactType } from './structure-message.ts';
import { expectPeriod, readComponent, readKey, type Choices, type Selection } from './selection.ts';

/** Version 1 of the REST API is that of SDMX 2.1, version 2 that of SDMX 3. */
export type ApiVersion = 1 | 2;

/** A question for data or for their availability, read from either version of the API. */
export interface DataQuery {
  version: ApiVersion;
  cube: Cube;
  keys: readonly string[];
  /** Component → expression, as in c[ID]=…. */
  components: ReadonlyMap<string, string>;
  updatedAfter?: Date | undefined;
  asOf?: Date | undefined;
  first?: number | undefined;
  last?: number | undefined;
  offset: number;
  limit?: number | undefined;
  layout: string;
  shown: Shown;
}

const CONTEXTS = ['dataflow', 'datastructure', 'provisionagreement', '*'];
const PARAMETERS = {
  data2:
    'c updatedAfter firstNObservations lastNObservations dimensionAtObservation attributes measures includeHistory offset limit asOf',
  data1:
    'startPeriod endPeriod updatedAfter firstNObservations lastNObservations dimensionAtObservation detail includeHistory',
  availability2: 'c updatedAfter references mode',
  availability1: 'startPeriod endPeriod updatedAfter references mode',
};

/** The first segment after data or availability shows the version of the API: version 2 names a context there. */
const isContext = (segment = '*') => segment.split(',').every((one) => CONTEXTS.includes(one));

export function apiVersionOf([resource = '', first]: readonly string[]): ApiVersion {
  if (['data', 'availability', 'availableconstraint'].includes(resource))
    return isContext(first) ? 2 : 1;
  if (resource === 'metadata') return METADATA_CONTEXTS.includes(first ?? '*') ? 2 : 1;
  return resource === 'schema' || (resource !== 'structure' && isArtefactType(resource)) ? 1 : 2;
}

/** `after`: the segments after data, availability or availableconstraint. */
export function readDataQuery(
  after: readonly string[],
  query: Address['query'],
  about: 'data' | 'availability',
): DataQuery {
  const isNew = isContext(after[0]);
  refuseOthers(query, PARAMETERS[`${about}${isNew ? 2 : 1}`].split(' '));
  if (query.get('includeHistory') === 'true')
    throw new SdmxError(
      'NOT_IMPLEMENTED',
      'includeHistory is not offered. Any earlier release can be read whole with asOf.',
    );
  const cube = isNew ? cubeOfPath(after) : cubeOfFlow(after);
  const key = (isNew ? after[4] : after[1]) ?? '*';
  const [updatedAfter, asOf] = [dateOf(query, 'updatedAfter'), dateOf(query, 'asOf')];
  if (updatedAfter && asOf && updatedAfter > asOf)
    throw new SdmxError('SEMANTICS', 'updatedAfter is later than asOf.');
  return {
    version: isNew ? 2 : 1,
    cube,
    keys: ['*', 'all', ''].includes(key) ? [] : key.split(','),
    components: componentsOf(query),
    updatedAfter,
    asOf,
    first: countOf(query, 'firstNObservations'),
    last: countOf(query, 'lastNObservations'),
    limit: countOf(query, 'limit'),
    offset: countOf(query, 'offset', 0) ?? 0,
    layout: layoutOf(query.get('dimensionAtObservation'), cube),
    shown: isNew ? shownOf(query, cube) : shownByDetail(query.get('detail'), cube),
  };
}

/** `path`: dataflow or datastructure, agency, id and version, the same in both versions of the API. */
export function readSchemaQuery(
  path: readonly string[],
  query: Address['query'],
): { cube: Cube; layout: string } {
  refuseOthers(query, ['dimensionAtObservation', 'explicitMeasure']);
  const cube = cubeOfPath(path);
  return { cube, layout: layoutOf(query.get('dimensionAtObservation'), cube) };
}

function cubeOfPath([
  context = '*',
  agency = '*',
  id = '*',
  version = '*',
]: readonly string[]): Cube {
  const found = CUBES.filter(
    ({ flow, structure }) =>
      (names(context, 'dataflow') && names(id, flow)) ||
      (names(context, 'datastructure') && id !== '*' && names(id, structure)),
  );
  return theOne(names(agency, AGENCY) && meansOurVersion(version) ? found : []);
}

/** The path of version 1: `QADAM,DF_INDICATORS,1.0.0` or the id alone, the key, and a provider at the end. */
function cubeOfFlow([flow = '', , provider = 'all']: readonly string[]): Cube {
  const id = flowOf(flow);
  const provided = provider.split(/[+,]/).some((one) => ['', 'all', 'QADAM'].includes(one));
  return theOne(provided ? CUBES.filter((cube) => cube.flow === id) : []);
}

function theOne(found: readonly Cube[]): Cube {
  const [cube, ...others] = found;
  if (!cube)
    throw new SdmxError(
      'NO_RESULTS',
      `There is no such dataflow; there are ${CUBES.map(({ flow }) => `${AGENCY}:${flow}(1.0.0)`).join(' and ')}.`,
    );
  if (others.length > 0) throw new SdmxError('NOT_IMPLEMENTED', 'Ask for one dataflow at a time.');
  return cube;
}

function componentsOf(query: Address['query']): Map<string, string> {
  const components = new Map<string, string>();
  for (const [name, value] of query) {
    const id = /^c\[(\w+)\]$/.exec(name)?.[1];
    if (id !== undefined) components.set(id, value);
  }
  const bound = (operator: string, name: string) => {
    const value = query.get(name);
    if (value === undefined) return [];
    expectPeriod(name, value);
    return [`${operator}:${value}`];
  };
  const years = [...bound('ge', 'startPeriod'), ...bound('le', 'endPeriod')];
  if (years.length > 0) components.set('TIME_PERIOD', years.join('+'));
  const [start, end] = [query.get('startPeriod'), query.get('endPeriod')];
  if (start !== undefined && end !== undefined && start.slice(0, 4) > end.slice(0, 4))
    throw new SdmxError('SEMANTICS', 'startPeriod is later than endPeriod.');
  return components;
}

function dateOf(query: Address['query'], name: string): Date | undefined {
  const text = query.get(name);
  if (text === undefined) return undefined;
  const at = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(at.getTime()))
    throw new SdmxError('SYNTAX', `${name} is a date with a time, as 2026-01-31T00:00:00Z.`);
  return at;
}

function countOf(query: Address['query'], name: string, least = 1): number | undefined {
  const text = query.get(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text) || Number(text) < least)
    throw new SdmxError('SYNTAX', `${name} is a whole number of at least ${String(least)}.`);
  return Number(text);
}

function layoutOf(asked: string | undefined, { dimensions, flow }: Cube): string {
  if (asked === undefined || asked === 'TIME_PERIOD') return 'TIME_PERIOD';
  if (asked === 'AllDimensions' || dimensions.some(({ id }) => id === asked)) return asked;
  throw new SdmxError('SEMANTICS', `${asked} is no dimension of ${flow}.`);
}

function shownOf(query: Address['query'], cube: Cube): Shown {
  const measures = query.get('measures') ?? 'all';
  if (!['all', 'none', 'OBS_VALUE'].includes(measures))
    throw new SdmxError('SEMANTICS', `${cube.flow} has one measure, OBS_VALUE.`);
  const attributes = (query.get('attributes') ?? 'dsd')
    .split(',')
    .flatMap((name) => attributesCalled(name, cube));
  return { measure: measures !== 'none', attributes: new Set(attributes) };
}

function attributesCalled(name: string, { attributes, flow }: Cube): string[] {
  const at = (level?: string) =>
    attributes.filter((one) => level === undefined || one.level === level).map(({ id }) => id);
  const groups: Record<string, string[]> = {
    dsd: at(),
    all: at(),
    none: [],
    msd: [],
    dataset: [],
    series: at('SERIES'),
    obs: at('OBSERVATION'),
  };
  const found = groups[name] ?? at().filter((id) => id === name);
  if (found.length === 0 && !(name in groups))
    throw new SdmxError('SEMANTICS', `${name} is no attribute of ${flow}.`);
  return found;
}

function shownByDetail(detail = 'full', cube: Cube): Shown {
  const shown: Record<string, Shown> = {
    full: { measure: true, attributes: new Set(attributesCalled('all', cube)) },
    dataonly: { measure: true, attributes: new Set() },
    serieskeysonly: { measure: false, attributes: new Set() },
    nodata: { measure: false, attributes: new Set(attributesCalled('series', cube)) },
  };
  const found = shown[detail];
  if (!found) throw new SdmxError('SYNTAX', `detail is one of ${Object.keys(shown).join(', ')}.`);
  return found;
}

/** The part of the cube that the keys and filters of a question select. */
export function selectionOf({ cube, keys, components }: DataQuery, choices: Choices): Selection {
  return {
    slices: keys.map((key) => readKey(key, cube, choices)),
    components: new Map(
      [...components].map(([id, expression]) => [id, readComponent(id, expression, choices)]),
    ),
  };
}

/** The mode of a question about availability: what it would find (exact), or which codes could be chosen instead (available). */
export function readMode(query: Address['query']): 'exact' | 'available' {
  const mode = query.get('mode') ?? 'exact';
  if (mode !== 'exact' && mode !== 'available')
    throw new SdmxError('SYNTAX', 'mode is one of exact, available.');
  return mode;
}

/** The dimensions that the question names; a word for all of them is returned as it is. */
export function readComponentIds(asked: string, cube: Cube): string {
  if (['*', 'all', ''].includes(asked)) return asked;
  const unknown = asked.split(/[,+]/).find((id) => dimensionAt(cube, id) === -1);
  if (unknown !== undefined)
    throw new SdmxError('SEMANTICS', `${unknown} is no dimension of ${cube.flow}.`);
  return asked;
}

const placesOf = (key: string): string[] => key.split('.');

/** Does the question narrow a dimension? */
export const isChosen = ({ cube, keys, components }: DataQuery, id: string): boolean =>
  components.has(id) ||
  keys.some((key) => !['', '*'].includes(placesOf(key)[dimensionAt(cube, id)] ?? ''));

/** The same question with one dimension not narrowed. */
export function notChosen(query: DataQuery, id: string): DataQuery {
  const at = dimensionAt(query.cube, id);
  const keys = query.keys.map((key) =>
    placesOf(key)
      .map((place, index) => (index === at ? '*' : place))
      .join('.'),
  );
  const components = new Map([...query.components].filter(([component]) => component !== id));
  return { ...query, keys, components };
}
