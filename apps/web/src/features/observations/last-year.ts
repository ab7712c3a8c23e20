import { typed, type DecimalMark } from '../../desk/decimal-mark.ts';
import { factPatch, type Draft } from './cell-draft.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

/** The value of the year before as one would type it, of an element the fact from before; null where there is none. */
export function lastYear(
  { history, element, lastFact }: FormCellFragment,
  year: number,
  mark: DecimalMark,
): Partial<Draft> | null {
  if (element !== null) return lastFact && factPatch(lastFact);
  const last = history.find((one) => one.year === year - 1);
  if (last?.value == null) return null;
  return { value: typed(last.value, mark), numerator: '', denominator: '' };
}
