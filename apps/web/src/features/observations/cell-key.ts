import { isTotalPart, partKey } from '@qadam/domain';
import type { FormCellFragment } from './form-cell.generated.ts';

type Place = Pick<FormCellFragment, 'indicator' | 'part' | 'element'>;

/** One cell of a return: the code of its indicator or of the element of a law, and which part of it where it is one of a table. */
export const keyOf = ({ indicator, part, element }: Place): string =>
  element?.code ?? (isTotalPart(part) ? indicator : `${indicator} ${partKey(part)}`);

/** Where in the page a cell is: links lead there. */
export const anchorOf = (place: Place): string => `cell-${keyOf(place).replaceAll(' ', '-')}`;

/** Has it a row of its own? The whole of an indicator has, and each element of a law; the parts of a table have none. */
export const isRowCell = ({ part, element }: Place): boolean =>
  element !== null || isTotalPart(part);
