import { type Part, partKey } from '@qadam/domain';
import { rowsAs } from '../../database/expressions.ts';

/** The cells of an area and year. */
export interface CellFrame {
  area: string;
  year: number;
  /** The only one that is wanted; null for those of all indicators. */
  indicator: string | null;
}

/** One cell of an area and year. */
export interface CellRef {
  indicator: string;
  part: Part;
}

export const cellRefText = ({ indicator, part }: CellRef): string =>
  `${indicator} ${partKey(part)}`;

/** The columns that name a cell. */
const CELL_TYPES = {
  area: 'text',
  year: 'int',
  indicator: 'text',
  sex: 'text',
  age: 'text',
  urbanisation: 'text',
  region: 'text',
  breakdown: 'text',
} as const;

/** The cells as a table `f`, to join with `sameCell`. */
export const cellsAs = (area: string, year: number, cellRefs: readonly CellRef[]) =>
  rowsAs(
    'f',
    CELL_TYPES,
    cellRefs.map(({ indicator, part }) => ({ area, year, indicator, ...part })),
  );
