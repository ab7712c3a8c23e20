import { figure } from '../values/figure.ts';
import { dec, settle } from '../values/decimal.ts';
import type { HistoryInput } from './modified-z-score.ts';
import { type Outcome, present } from './outcome.ts';
import { mean, standardDeviation } from './statistics.ts';

export interface MinMax {
  result: Outcome;
  lower: number | null;
  upper: number | null;
}

const MIN_HISTORY = 3;
const FACTOR = 2;

/**
 * WARN outside mean ± 2·sd of the earlier values (sd of a sample, n − 1). SKIP below three values.
 * Bounds with 4 decimals, half away from zero; compared unrounded. Source: DHIS2 min-max generation,
 * methods.md 7.
 */
export function minMax({ history, value }: HistoryInput): MinMax {
  const values = present(history);
  if (value == null || values.length < MIN_HISTORY) {
    return { result: 'SKIP', lower: null, upper: null };
  }
  const centre = mean(values);
  const spread = standardDeviation(values).times(FACTOR);
  const lower = settle(centre.minus(spread));
  const upper = settle(centre.plus(spread));
  const x = settle(dec(value));
  const outside = x.lessThan(lower) || x.greaterThan(upper);
  return { result: outside ? 'WARN' : 'OK', lower: figure(lower), upper: figure(upper) };
}
