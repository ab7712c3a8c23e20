import { type Maybe, figure } from '../values/figure.ts';
import { type Numeric, dec, settle } from '../values/decimal.ts';
import type { Outcome } from './outcome.ts';

export interface YearOnYearInput {
  value?: Maybe<Numeric>;
  /** The newest value before the year of this one. */
  previous?: Maybe<Numeric>;
  /** Largest usual change of one year, as a share of the previous value; 0.5 when absent. */
  maxRelative?: Maybe<Numeric>;
  /** Changes smaller than this, in the unit of the value, never give a warning; 10 when absent. */
  minAbsolute?: Maybe<Numeric>;
  /** Years between the two values; 1 when absent. */
  gapYears?: Maybe<number>;
}

export interface YearOnYear {
  result: Outcome;
  /** Δ/|previous|, a share; null from zero or without a previous value. */
  change: number | null;
}

/**
 * WARN if |Δ/previous| > maxRelative · gapYears **and** |Δ| ≥ minAbsolute: a doubling from 3 to 6 gives no
 * warning. From zero only the absolute change counts. 4 decimals, half away from zero. Source: methods.md 7.
 */
export function yearOnYear(input: YearOnYearInput): YearOnYear {
  if (input.value == null || input.previous == null) return { result: 'SKIP', change: null };
  const previous = dec(input.previous);
  const difference = dec(input.value).minus(previous);
  const notable = difference.abs().greaterThanOrEqualTo(input.minAbsolute ?? 10);
  if (previous.isZero()) return { result: notable ? 'WARN' : 'OK', change: null };
  const change = settle(difference.div(previous.abs()));
  const usual = dec(input.maxRelative ?? '0.5').times(input.gapYears ?? 1);
  const warn = notable && change.abs().greaterThan(usual);
  return { result: warn ? 'WARN' : 'OK', change: figure(change) };
}
