import { isWhole, partKey } from '@qadam/domain';
import type { FormCellFragment } from './form-cell.generated.ts';

type Place = Pick<FormCellFragment, 'indicator' | 'part'>;

/** One cell of a return: the code of its indicator, and which part of it where it is not the whole. */
export const keyOf = ({ indicator, part }: Place): string =>
  isWhole(part) ? indicator : `${indicator} ${partKey(part)}`;

/** Where in the page a cell is: links lead there. */
export const anchorOf = (place: Place): string => `cell-${keyOf(place).replaceAll(' ', '-')}`;

export const isWholeCell = ({ part }: Place): boolean => isWhole(part);
