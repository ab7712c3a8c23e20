import { typed, type DecimalMark } from '../../desk/decimal-mark.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

/** The value of the year before as one would type it; null where there is none. */
export function lastYear(cell: FormCellFragment, year: number, mark: DecimalMark): string | null {
  const last = cell.history.find((one) => one.year === year - 1);
  return last?.value == null ? null : typed(last.value, mark);
}
