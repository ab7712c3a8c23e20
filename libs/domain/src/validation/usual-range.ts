import { figure } from '../values/figure.ts';
import { type Decimal, settle } from '../values/decimal.ts';
import { minMax } from './min-max.ts';
import type { HistoryInput } from './modified-z-score.ts';
import { present } from './outcome.ts';
import { deviations, mean, median } from './statistics.ts';

export interface UsualRange {
  lower: number | null;
  upper: number | null;
}

const UNKNOWN: UsualRange = { lower: null, upper: null };
const MIN_FOR_MEDIANS = 4;

/**
 * The range in which no value is called unusual: the limits of `modifiedZScore`, solved for the value, or
 * those of `minMax` with fewer than four earlier values; null below three. For a constant history both
 * limits are that constant. 4 decimals, half away from zero. Source: methods.md 7.
 */
export function usualRange({ history }: Pick<HistoryInput, 'history'>): UsualRange {
  const values = present(history);
  const [first] = values;
  if (first === undefined) return UNKNOWN;
  if (values.length < MIN_FOR_MEDIANS) {
    const { lower, upper } = minMax({ history, value: first });
    return { lower, upper };
  }
  const centre = median(values);
  const reach = reachOf(deviations(values, centre));
  return {
    lower: figure(settle(centre.minus(reach))),
    upper: figure(settle(centre.plus(reach))),
  };
}

/** How far a value may lie from the median: |M| = 3.5. */
function reachOf(distances: Decimal[]): Decimal {
  const mad = median(distances);
  return mad.isZero()
    ? mean(distances).times('1.253314').times('3.5')
    : mad.times('3.5').div('0.6745');
}
