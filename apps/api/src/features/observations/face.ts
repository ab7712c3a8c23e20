import { type Part, partKey } from '@qadam/domain';
import { rowsAs } from '../../database/expressions.ts';

/** One cell of an area and year. */
export interface Face {
  indicator: string;
  part: Part;
}

export const faceText = ({ indicator, part }: Face): string => `${indicator} ${partKey(part)}`;

/** The columns that name a cell. */
export const CELL_TYPES = {
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
export const cellsAs = (area: string, year: number, faces: readonly Face[]) =>
  rowsAs(
    'f',
    CELL_TYPES,
    faces.map(({ indicator, part }) => ({ area, year, indicator, ...part })),
  );
