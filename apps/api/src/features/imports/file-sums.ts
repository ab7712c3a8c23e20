import { additiveOf, checkTable, partKey, type TableCell } from '@qadam/domain';
import type { ImportIndicator } from './check-context.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';

/** The content of a cell after the import: from the file, else as saved. */
export interface FileCell extends TableCell {
  /** Null if the file has no row for the cell. */
  line: number | null;
}

const SUMS = new Set(['PARTS_DIFFER', 'NUMERATORS_DIFFER', 'DENOMINATORS_DIFFER']);

/** Is the indicator collected by parts that add up? */
export const addsUp = ({ tableAxes, regionalMethod }: ImportIndicator): boolean =>
  tableAxes.length > 0 && additiveOf(regionalMethod) !== 'NONE';

/**
 * Totals of one indicator that do not match the sum of their parts. Only a warning: this stops a submission, not a draft.
 */
export function wrongSumsOf(
  { code, tableAxes, regionalMethod }: ImportIndicator,
  cells: readonly FileCell[],
): ImportProblem[] {
  const hits = checkTable({ axes: tableAxes, additive: additiveOf(regionalMethod), cells });
  const lines = new Map(cells.map(({ part, line }) => [partKey(part), line]));
  return hits.map(({ part, hit }) => ({
    ...importProblem('WARN', hit.code, {
      row: lines.get(partKey(part)) ?? null,
      column: code,
    }),
    params: Object.entries(hit.params).map(([name, value]) => ({ name, value })),
  }));
}

export const isSumOf = (problem: ImportProblem, indicator: string): boolean =>
  SUMS.has(problem.code) && problem.column === indicator;
