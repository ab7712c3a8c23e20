import type { Maybe } from '../values/figure.ts';
import { type Decimal, type Numeric, dec } from '../values/decimal.ts';
import type { Outcome } from './outcome.ts';

export interface CumulativePoint {
  year: number;
  value?: Maybe<Numeric>;
  /** OBS_STATUS; at B, a break in the series, the count starts afresh. */
  status?: Maybe<string>;
}

export interface MonotoneCumulative {
  result: Outcome;
  /** Years that lie below the last reported value, oldest first. */
  years: number[];
}

/**
 * A value counted since the baseline never falls: ERROR for every year below the last reported value.
 * Years without a value are skipped; the series may come in any order. Source: methods.md 7.
 */
export function monotoneCumulative({
  series,
}: {
  series: readonly CumulativePoint[];
}): MonotoneCumulative {
  const years: number[] = [];
  let last: Decimal | null = null;
  for (const { year, value, status } of series.toSorted((a, b) => a.year - b.year)) {
    if (status === 'B') last = null;
    if (value == null) continue;
    const current = dec(value);
    if (last !== null && current.lessThan(last)) years.push(year);
    last = current;
  }
  return { result: years.length > 0 ? 'ERROR' : 'OK', years };
}
