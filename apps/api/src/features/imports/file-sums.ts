import { additiveOf, checkTable, partKey, type TableCell } from '@qadam/domain';
import type { ImportIndicator } from './check-context.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';

/** The content of a cell after the import: that of the file, else what is saved. */
export interface FileCell extends TableCell {
  /** Null where the file has no content. */
  line: number | null;
}

const SUMS = new Set(['PARTS_DIFFER', 'NUMERATORS_DIFFER', 'DENOMINATORS_DIFFER']);

/** Is it collected by parts that make a sum? */
export const addsUp = ({ tableAxes, regionalMethod }: ImportIndicator): boolean =>
  tableAxes.length > 0 && additiveOf(regionalMethod) !== 'NONE';

/**
 * Totals of one indicator that their parts contradict. Yellow: a return is refused while they do, a draft is not.
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
