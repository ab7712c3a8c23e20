import { missingMark } from '@qadam/domain';
import { type ImportProblem, importProblem } from '../import-problem.ts';
import { fieldOf } from './columns.ts';
import type { Field, ReadOptions } from './format.ts';
import { statusWithin } from './head-words.ts';
import { unitIn } from './unit-words.ts';
import { sameKind } from './unsaid.ts';

/** Fields that label a row. If a label comes again behind the first values, there are two tables side by side. */
const LABELS: ReadonlySet<Field> = new Set<Field>([
  ...(['indicator', 'series', 'area', 'region', 'year', 'sex', 'age', 'urbanisation'] as const),
]);

const labelOf = (name: string): Field | undefined =>
  name
    .split(' · ')
    .flatMap((text) => fieldOf(text.trim()) ?? [])
    .find((field) => LABELS.has(field));

/** The columns between the first and the last column of values. */
function* between(values: readonly number[]): Iterable<number> {
  for (let at = Math.min(...values) + 1; at < Math.max(...values); at += 1)
    if (!values.includes(at)) yield at;
}

/** The column at which a second table begins beside the first; null: there is none. `values`: the columns of values of both. */
export function columnBeside(
  names: readonly string[],
  values: readonly number[],
  body: readonly (readonly string[])[],
  isIndicator: ReadOptions['isIndicator'],
): number | null {
  const left = Math.min(...values);
  // marks, units and “нет данных” may also be beside the figures of a single table
  const isName = (text: string) =>
    isIndicator(text) ||
    (/\p{L}{3}/u.test(text) &&
      missingMark(text) === null &&
      statusWithin(text) === null &&
      unitIn(text) === null);
  const hasNames = (at: number) => {
    const filled = body.filter((row) => (row[at] ?? '').trim() !== '');
    const named = filled.filter((row) => {
      const text = (row[at] ?? '').trim();
      return isName(text) && row.slice(0, left).every((label) => label.trim() !== text);
    });
    return named.length * 2 > filled.length;
  };
  for (const at of between(values)) {
    const name = names[at] ?? '';
    if (labelOf(name) !== undefined || (name.trim() === '' && hasNames(at))) return at;
  }
  return null;
}

export const tableBeside = (names: readonly string[], at: number): ImportProblem =>
  importProblem('WARN', 'OTHER_TABLE_BESIDE', {
    column: names[at]?.trim().slice(0, 60) || String(at + 1),
  });

/** The same for a table with one column of values, in which a label may come behind the value; only one that also comes before it begins a table. */
export function longBeside(names: readonly string[]): number | null {
  const values = [...names.keys()].filter((at) => fieldOf(names[at] ?? '') === 'value');
  if (values.length < 2) return null;
  const before = new Set(
    names.slice(0, Math.min(...values)).flatMap((name) => [...sameKind(labelOf(name) ?? 'value')]),
  );
  for (const at of between(values)) {
    const label = labelOf(names[at] ?? '');
    if (label !== undefined && before.has(label)) return at;
  }
  return null;
}
