import { figure } from '../values/figure.ts';
import { dec } from '../values/decimal.ts';

/** A part of a whole, 4 decimals, half away from zero; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : figure(dec(part).div(whole));
}
