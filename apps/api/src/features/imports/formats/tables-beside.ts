import { type ImportProblem, importProblem } from '../import-problem.ts';
import { fieldOf } from './columns.ts';
import type { Field } from './format.ts';

/** What rows are of: who stands there twice heads two tables side by side. */
const LABELS: ReadonlySet<Field> = new Set<Field>([
  ...(['indicator', 'series', 'area', 'region', 'year', 'sex', 'age', 'urbanisation'] as const),
]);

/** The column in which a table beside the first begins; null: there is none. `values`: those of both. */
export function columnBeside(names: readonly string[], values: readonly number[]): number | null {
  const left = Math.min(...values);
  const right = Math.max(...values);
  const heads = names.map((name) => name.split(' · ').map((text) => text.trim()));
  const labelOf = (at: number) =>
    (heads[at] ?? []).flatMap((name) => fieldOf(name) ?? []).find((field) => LABELS.has(field));
  const before = heads.slice(0, left).flatMap((_, at) => labelOf(at) ?? []);
  const found = heads.findIndex((_, at) => {
    const label = labelOf(at);
    const isOf = at > left && at < right && label !== undefined && !values.includes(at);
    return isOf && before.includes(label);
  });
  return found === -1 ? null : found;
}

export const tableBeside = (names: readonly string[], at: number): ImportProblem =>
  importProblem('WARN', 'OTHER_TABLE_BESIDE', {
    column: names[at]?.trim().slice(0, 60) || String(at + 1),
  });

/** The same of a table with one column of values. */
export function longBeside(names: readonly string[]): number | null {
  const values = [...names.keys()].filter((at) => fieldOf(names[at] ?? '') === 'value');
  return values.length < 2 ? null : columnBeside(names, values);
}
