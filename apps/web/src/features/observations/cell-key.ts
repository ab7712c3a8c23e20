import { isTotalPart, partKey } from '@qadam/domain';
import type { FormCellFragment } from './form-cell.generated.ts';

type Place = Pick<FormCellFragment, 'indicator' | 'part' | 'element'>;

/** The key of a cell in its return: the code of the indicator or of the element of a law, and, in a table of parts, which part it is. */
export const keyOf = ({ indicator, part, element }: Place): string =>
  element?.code ?? (isTotalPart(part) ? indicator : `${indicator} ${partKey(part)}`);

/** The id of a cell in the page, which links lead to. */
export const anchorOf = (place: Place): string => `cell-${keyOf(place).replaceAll(' ', '-')}`;

/** Does the cell have a row of its own? The whole value of an indicator and each element of a law do; the parts of a table do not. */
export const isRowCell = ({ part, element }: Place): boolean =>
  element !== null || isTotalPart(part);

/** Is the cell a part in the table of this indicator? */
export const isPartOf = (indicator: string, cell: Place): boolean =>
  cell.indicator === indicator && !isRowCell(cell);
