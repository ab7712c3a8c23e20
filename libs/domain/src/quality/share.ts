import { figure } from '../values/figure.ts';
import { dec } from '../values/decimal.ts';

/** A part of a whole, 4 decimals, half away from zero; null if the whole is 0. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : figure(dec(part).div(whole));
}
