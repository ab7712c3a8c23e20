import { dimensionAt, type Cube, type Observation } from './cube.ts';
import { SdmxError } from './sdmx-error.ts';

/** The wanted codes of each dimension. A dimension that is absent is not narrowed. */
export type Slice = ReadonlyMap<string, ReadonlySet<string>>;

export interface Selection {
  /** An observation must match at least one of these; empty: the whole cube. */
  slices: readonly Slice[];
  /** It must match this as well. OBS_STATUS and CONF_STATUS may be named here too. */
  components: Slice;
}

/** Dimension or attribute → every code it may have. */
export type Choices = ReadonlyMap<string, readonly string[]>;

/** One key of a path: a code, several joined by + (version 1), or nothing or * for all, at each place. */
export function readKey(key: string, cube: Cube, choices: Choices): Slice {
  const places = key.split('.');
  const dimensions = cube.dimensions.slice(0, -1);
  if (places.length > dimensions.length)
    throw new SdmxError(
      'SEMANTICS',
      `A key of ${cube.flow} has ${String(dimensions.length)} places: ${dimensions.map(({ id }) => id).join('.')}; ${key} has ${String(places.length)}.`,
    );
  const slice = new Map<string, ReadonlySet<string>>();
  places.forEach((place, at) => {
    if (place === '' || place === '*') return;
    const id = dimensions[at]?.id ?? '';
    slice.set(id, new Set(place.split('+').map((code) => known(code, id, choices))));
  });
  return slice;
}

/** A year counts as begun on any day within it: 2020 ≤ 2020-06. */
const startsBy = (code: string, value: string) => code <= value.slice(0, Math.max(code.length, 1));

const OPERATORS: Readonly<Record<string, (code: string, value: string) => boolean>> = {
  eq: (code, value) => code === value,
  ne: (code, value) => code !== value,
  lt: (code, value) => code < value,
  le: startsBy,
  gt: (code, value) => !startsBy(code, value),
  ge: (code, value) => code >= value.slice(0, code.length),
  co: (code, value) => code.includes(value),
  nc: (code, value) => !code.includes(value),
  sw: (code, value) => code.startsWith(value),
  ew: (code, value) => code.endsWith(value),
};

/** A period as SDMX writes it: 2020, 2020-Q1, 2020-W07, 2020-06, 2020-06-15, 2020-06-15T00:00:00Z. */
const PERIOD =
  /^\d{4}(-([AQST][1-4]|[MW]\d\d|D\d{3}|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T[\d:.]+Z?)?)?))?$/;

/** What is no period would be compared as a text: everything, or nothing, would be found. */
export function expectPeriod(name: string, value: string): void {
  if (!PERIOD.test(value))
    throw new SdmxError(
      'SYNTAX',
      `${name} takes a period, as 2020, 2020-Q1, 2020-06, 2020-06-15; ${value} is none.`,
    );
}

/** Operators whose value may be a part of a code. */
const PARTIAL = ['co', 'nc', 'sw', 'ew'];

/** Reads `c[ID]=…`: a comma means “or”, a plus means “and”; an operator comes before its value. */
export function readComponent(id: string, expression: string, choices: Choices): Set<string> {
  const all = choices.get(id);
  if (all === undefined)
    throw new SdmxError(
      'SEMANTICS',
      `There is no filter by ${id}; there is one by ${[...choices.keys()].join(', ')}.`,
    );
  const alternatives = expression.split(',').map((part) =>
    part.split('+').map((term) => {
      const [, operator = 'eq', value = ''] =
        /^(?:([a-z]{2}):)?(\d[\w:.-]*|[\w@$-]+)$/.exec(term) ?? [];
      const holds = OPERATORS[operator];
      if (value === '' || !holds)
        throw new SdmxError('SYNTAX', `c[${id}]=${expression} cannot be read at "${term}".`);
      if (id === 'TIME_PERIOD') {
        if (!PARTIAL.includes(operator)) expectPeriod(`c[${id}]`, value);
      } else if (operator === 'eq') known(value, id, choices);
      return (code: string) => holds(code, value);
    }),
  );
  return new Set(
    all.filter((code) => alternatives.some((terms) => terms.every((holds) => holds(code)))),
  );
}

/** An unknown code is refused: an empty answer would hide the mistake. */
function known(code: string, id: string, choices: Choices): string {
  if (!(choices.get(id) ?? []).includes(code))
    throw new SdmxError('SEMANTICS', `${code} is not a code of ${id}.`);
  return code;
}

/** Filters in memory, for small cubes. */
export function isSelected(
  { slices, components }: Selection,
  cube: Cube,
  { key, attributes }: Observation,
): boolean {
  const valueOf = (id: string) => {
    const at = dimensionAt(cube, id);
    return at === -1 ? attributes[cube.attributes.findIndex((one) => one.id === id)] : key[at];
  };
  const within = (slice: Slice) =>
    [...slice].every(([id, codes]) => {
      const value = valueOf(id);
      return typeof value === 'string' && codes.has(value);
    });
  return (slices.length === 0 || slices.some(within)) && within(components);
}
