import { DIMENSIONS } from './release-frame.ts';
import { TOTAL } from './table.ts';
import type { Cell, CellBook } from './cell-book.ts';

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
export function sumsAmong(book: CellBook, cells: CellValues): readonly CellSum[] {
  const totals = [...cells.keys()].map((key) => book.cell(key)).sort(book.compare);
  return totals.flatMap((total) =>
    groupsUnder(book, total)
      .filter((members) => members.some(({ key }) => cells.has(key)))
      .map((members) => ({ total, members })),
  );
}

function groupsUnder(book: CellBook, total: Cell): readonly (readonly Cell[])[] {
  const groups = [...DIMENSIONS.keys()]
    .filter((dimension) => total.codes[dimension] === TOTAL)
    .map((dimension) =>
      book.codes(dimension, total).map((code) => book.moved(total, dimension, code)),
    );
  if (!book.isRegional(total.area)) return groups;
  return [...groups, book.frame.areas.map((area) => book.inArea(total, area))];
}

export function isComplete({ members }: CellSum, cells: CellValues): boolean {
  return members.every(({ key }) => cells.has(key));
}

export function isAdditive({ total, members }: CellSum, cells: CellValues): boolean {
  return members.reduce((sum, { key }) => sum + (cells.get(key) ?? 0), 0) === cells.get(total.key);
}

/** The sums a reader can rely on: every member is there and they add up. */
export function sumsThatHold(book: CellBook, cells: CellValues): readonly CellSum[] {
  return sumsAmong(book, cells).filter((sum) => isComplete(sum, cells) && isAdditive(sum, cells));
}
