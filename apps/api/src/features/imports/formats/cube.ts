import { unreadable } from '../import-problem.ts';
import { isWhole } from '../part-words.ts';
import { BREAKDOWN, fieldOf, hasIndicator } from './columns.ts';
import type { Field } from './format.ts';
import type { NamedRow } from './named-rows.ts';

type Named = readonly [name: string, text: string];

/** One dimension of a cube, under the name that decides how its texts are read. */
export interface Dimension {
  name: string;
  texts: readonly string[];
  /** For each text, further fields of its figures, such as their unit. */
  units: readonly (readonly Named[])[];
}

/** Figures in a list, in which the last dimension varies fastest. */
export interface Cube {
  dimensions: readonly Dimension[];
  /** What the cube is about, used if no dimension names the indicator or series. */
  title: string | null;
  /** Fields that all figures share. */
  facts: readonly Named[];
  /** The figures that exist; every call begins with the first. */
  cells: () => Iterable<{ at: number; value: string; status: string | null }>;
}

/** The role of a dimension, as declared by the file. */
export type Role = 'metric' | 'time' | 'geo';

const NAME_OF: Readonly<Record<Role, string>> = {
  metric: 'SERIES',
  time: 'TIME_PERIOD',
  geo: 'REF_AREA',
};

/** Fields that divide figures into parts. */
const PARTS: ReadonlySet<Field> = new Set<Field>(['sex', 'age', 'urbanisation', 'breakdown']);

/** `called`: the names that the file has for the dimension; `whole`: the text that the file declares to be the total. */
export function dimensionOf(
  called: readonly string[],
  role: Role | null,
  { whole, ...told }: Pick<Dimension, 'texts' | 'units'> & { whole?: string | undefined },
): Dimension {
  const known = called.find((name) => fieldOf(name) !== null);
  const ofRole = role === null ? undefined : NAME_OF[role];
  const name = known ?? ofRole ?? BREAKDOWN;
  const field = fieldOf(name);
  const isPart = field === null || PARTS.has(field);
  const isTotal = (text: string) => text === whole || (field === null && isWhole(text));
  const texts = isPart ? told.texts.map((text) => (isTotal(text) ? '' : text)) : told.texts;
  return { name, texts, units: told.units };
}

/** A cube with more cells is refused, as no file may hold so many figures. */
const MOST_CELLS = 1_000_000;
const MOST_DIMENSIONS = 60;

/** To be called before the texts of the dimensions are read. */
export function refuseManyDimensions({ length }: readonly unknown[]): void {
  if (length > MOST_DIMENSIONS) throw unreadable('TOO_MUCH_WORK');
}

/** The number of cells of the cube. */
export function sizeOf(dimensions: readonly Pick<Dimension, 'texts'>[]): number {
  const size = dimensions.reduce((product, { texts }) => product * texts.length, 1);
  if (size > MOST_CELLS) throw unreadable('TOO_MUCH_WORK');
  return size;
}

/** A row for each figure, with the texts of its dimensions. */
export function* rowsOf({ dimensions, title, facts, cells }: Cube): Iterable<NamedRow> {
  const fields = dimensions.map(({ name }) => fieldOf(name));
  const ofAll: Named[] = [];
  if (!hasIndicator(fields) && title !== null) ofAll.push(['SERIES', title]);
  // only the first text of a field counts in a row, so a second dimension with the same field is read as a breakdown
  const fastestFirst = dimensions
    .map((dimension, at) => {
      const field = fields[at] ?? null;
      const isSecond = field !== null && fields.indexOf(field) < at;
      return { ...dimension, name: isSecond ? BREAKDOWN : dimension.name };
    })
    .toReversed();
  for (const { at, value, status } of cells()) {
    const named: Named[] = [...ofAll, ['OBS_VALUE', value]];
    let rest = at;
    for (const { name, texts, units } of fastestFirst) {
      const place = rest % texts.length;
      named.push([name, texts[place] ?? ''], ...(units[place] ?? []));
      rest = Math.floor(rest / texts.length);
    }
    // added behind the dimensions, so that these come first
    named.push(...facts);
    if (status !== null) named.push(['OBS_STATUS', status]);
    yield { line: at + 1, named };
  }
}
