import { DIMENSIONS } from './release-frame.ts';
import { TOTAL } from './table.ts';
import type { Cell, CellIndex } from './cell-index.ts';

/** cell `total` = Σ `members`, over all codes of one dimension or over all areas. */
export interface CellSum {
  readonly total: Cell;
  readonly members: readonly Cell[];
}

export type CellValues = ReadonlyMap<string, number>;

/**
 * The sums that a table with these cells should satisfy, in equation order: for each cell in cell
 * order and each dimension it is not broken down by, if at least one member is there; then, for a
 * cell of the regional total, the sum over the areas. Source: methods.md 2.6, Equations.
 */
export function sumsAmong(cellIndex: CellIndex, cells: CellValues): readonly CellSum[] {
  const totals = [...cells.keys()].map((key) => cellIndex.cell(key)).sort(cellIndex.compare);
  return totals.flatMap((total) =>
    groupsUnder(cellIndex, total)
      .filter((members) => members.some(({ key }) => cells.has(key)))
      .map((members) => ({ total, members })),
  );
}

function groupsUnder(cellIndex: CellIndex, total: Cell): readonly (readonly Cell[])[] {
  const groups = [...DIMENSIONS.keys()]
    .filter((dimension) => total.codes[dimension] === TOTAL)
    .map((dimension) =>
      cellIndex.codes(dimension, total).map((code) => cellIndex.moved(total, dimension, code)),
    );
  if (!cellIndex.isRegional(total.area)) return groups;
  return [...groups, cellIndex.frame.areas.map((area) => cellIndex.inArea(total, area))];
}

export function isComplete({ members }: CellSum, cells: CellValues): boolean {
  return members.every(({ key }) => cells.has(key));
}

export function isAdditive({ total, members }: CellSum, cells: CellValues): boolean {
  return members.reduce((sum, { key }) => sum + (cells.get(key) ?? 0), 0) === cells.get(total.key);
}

/** The sums a reader can rely on: every member is there and they add up. */
export function sumsThatHold(cellIndex: CellIndex, cells: CellValues): readonly CellSum[] {
  return sumsAmong(cellIndex, cells).filter(
    (sum) => isComplete(sum, cells) && isAdditive(sum, cells),
  );
}
