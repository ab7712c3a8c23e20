import { dec, decimalText, decimals } from '@qadam/domain';
import type { TargetRowFragment } from './target-desk.generated.ts';

type Limits = Pick<TargetRowFragment, 'decimals' | 'min' | 'max'>;

const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageUp: 10,
  PageDown: -10,
};

/** A value from the drawing, rounded to the indicator's decimals and kept within its limits. */
export function moved(value: number | string, row: Limits): string {
  const at = dec(decimals(value, row.decimals));
  if (row.max !== null && at.greaterThan(row.max)) return row.max;
  if (row.min !== null && at.lessThan(row.min)) return row.min;
  return decimalText(at);
}

/** The value after pressing a key; null for a key that moves nothing. Arrow keys move it by one, Page Up and Page Down by ten. */
export function movedByKey(key: string, value: string, row: Limits): string | null {
  const step = STEPS[key];
  return step === undefined ? null : moved(dec(value).plus(step).toFixed(), row);
}
