import { type Part, partKey } from '@qadam/domain';

/** The cells of an area and year. */
export interface CellFrame {
  area: string;
  year: number;
  /** Only the cells of this indicator; null for those of all indicators. */
  indicator: string | null;
}

/** One cell of an area and year. */
export interface CellRef {
  indicator: string;
  part: Part;
}

export const cellRefText = ({ indicator, part }: CellRef): string =>
  `${indicator} ${partKey(part)}`;
