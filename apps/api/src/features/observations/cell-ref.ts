import { type Part, partKey } from '@qadam/domain';

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
