import { additiveOf, checkTable, partKey, type TableCell } from '@qadam/domain';
import type { Content } from '../observations/entry.ts';
import type { Face } from '../observations/cell-saver.ts';
import type { ExistingCell, ImportIndicator } from './check-context.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';

export interface ToldCell extends Face {
  content: Content;
  line: number;
}

const SUMS = new Set(['PARTS_DIFFER', 'NUMERATORS_DIFFER', 'DENOMINATORS_DIFFER']);

/**
 * Totals of one indicator that their parts contradict, in what is saved and what the file says instead. Yellow: a
 * return is refused while they do, a draft is not.
 */
export function wrongSumsOf(
  { code, tableAxes, regionalMethod }: ImportIndicator,
  existing: readonly ExistingCell[],
  told: readonly ToldCell[],
): ImportProblem[] {
  const cells = new Map<string, TableCell & { line: number | null }>();
  for (const { indicator, part, content } of existing) {
    if (indicator === code) cells.set(partKey(part), { ...content, part, line: null });
  }
  for (const { part, content, line } of told) cells.set(partKey(part), { ...content, part, line });
  const hits = checkTable({
    axes: tableAxes,
    additive: additiveOf(regionalMethod),
    cells: [...cells.values()],
  });
  return hits.map(({ part, hit }) => ({
    ...importProblem('WARN', hit.code, {
      row: cells.get(partKey(part))?.line ?? null,
      column: code,
    }),
    params: Object.entries(hit.params).map(([name, value]) => ({ name, value })),
  }));
}

export const isSumOf = (problem: ImportProblem, indicator: string): boolean =>
  SUMS.has(problem.code) && problem.column === indicator;
