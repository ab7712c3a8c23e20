import { type CellRef, cellRefText } from '../observations/cell-ref.ts';

/** A cell with its year, because a file may be about many years. */
export interface YearCell extends CellRef {
  year: number;
}

export const yearCellText = (cell: YearCell): string => `${String(cell.year)} ${cellRefText(cell)}`;
