import { dec, settle } from '../values/decimal.ts';
import type { HistoryInput } from './modified-z-score.ts';
import { type Outcome, present } from './outcome.ts';
import { median } from './statistics.ts';

export interface UnitMagnitude {
  result: Outcome;
  /** The power of ten that the value seems to be off by: 0.001 for thousands typed as units. */
  factor: number | null;
}

const MIN_HISTORY = 3;
const POWERS = [-1, 1, -2, 2, -3, 3, -6, 6];

/**
 * WARN if value/median(history) lies within 0.8 to 1.25 of 10^±1, ±2, ±3 or ±6: a slip of the unit or of
 * the decimal mark. SKIP below three earlier values or where their median is 0. Source: methods.md 7.
 */
export function unitMagnitude({ history, value }: HistoryInput): UnitMagnitude {
  const values = present(history);
  if (value == null || values.length < MIN_HISTORY) return { result: 'SKIP', factor: null };
  const usual = median(values);
  if (usual.isZero()) return { result: 'SKIP', factor: null };
  const power = POWERS.find((exponent) => {
    const ratio = settle(dec(value).div(usual).div(dec(10).pow(exponent)));
    return ratio.greaterThanOrEqualTo('0.8') && ratio.lessThanOrEqualTo('1.25');
  });
  if (power === undefined) return { result: 'OK', factor: null };
  return { result: 'WARN', factor: dec(10).pow(power).toNumber() };
}
