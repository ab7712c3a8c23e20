import { unreadable } from '../import-problem.ts';
import { isWhole } from '../part-words.ts';
import { BREAKDOWN, fieldOf, hasIndicator } from './columns.ts';
import type { Field } from './format.ts';
import type { NamedRow } from './named-rows.ts';

type Named = readonly [name: string, text: string];

/** One dimension of a cube, under the name by which its texts are read. */
export interface Dimension {
  name: string;
  texts: readonly string[];
  /** What is said of the figures of each, beside its text. */
  units: readonly (readonly Named[])[];
}

/** Figures by their place: the last dimension runs fastest. */
export interface Cube {
  dimensions: readonly Dimension[];
  /** What the whole is about, where no dimension says it. */
  title: string | null;
  /** What is said of every figure. */
  facts: readonly Named[];
  /** Those that are there, from the first on each time. */
  cells: () => Iterable<{ at: number; value: string; status: string | null }>;
}

/** What a dimension is for, as the file itself says. */
export type Role = 'metric' | 'time' | 'geo';

const NAME_OF: Readonly<Record<Role, string>> = {
  metric: 'SERIES',
  time: 'TIME_PERIOD',
  geo: 'REF_AREA',
};

/** Divided by something that is ours, or by what nobody knows. */
const PARTS: ReadonlySet<Field> = new Set<Field>(['sex', 'age', 'urbanisation', 'breakdown']);

/** `called`: how the file calls it; `whole`: the text of which the file says that it stands for all others. */
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

/** A cube of more cells holds more than any file may. */
const MOST_CELLS = 1_000_000;
const MOST_DIMENSIONS = 60;

/** Before the texts of any are read. */
export function refuseManyDimensions({ length }: readonly unknown[]): void {
  if (length > MOST_DIMENSIONS) throw unreadable('TOO_MUCH_WORK');
}

/** How many figures there are places for. */
export function sizeOf(dimensions: readonly Pick<Dimension, 'texts'>[]): number {
  const size = dimensions.reduce((product, { texts }) => product * texts.length, 1);
  if (size > MOST_CELLS) throw unreadable('TOO_MUCH_WORK');
  return size;
}

/** A row of its own for each figure, with what its place says of it. */
export function* rowsOf({ dimensions, title, facts, cells }: Cube): Iterable<NamedRow> {
  const fields = dimensions.map(({ name }) => fieldOf(name));
  const ofAll: Named[] = [];
  if (!hasIndicator(fields) && title !== null) ofAll.push(['SERIES', title]);
  // of a row the first text of a meaning counts, and a second dimension of one divides the figures all the same
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
    // what the place of a figure says comes before what is said of all
    named.push(...facts);
    if (status !== null) named.push(['OBS_STATUS', status]);
    yield { line: at + 1, named };
  }
}
