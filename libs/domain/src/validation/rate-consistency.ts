import { type Maybe, figure } from '../values/figure.ts';
import { type Numeric, dec, settle } from '../values/decimal.ts';
import type { Verdict } from './outcome.ts';

export interface RateConsistencyInput {
  numerator?: Maybe<Numeric>;
  denominator?: Maybe<Numeric>;
  /** The rate as reported. */
  rate?: Maybe<Numeric>;
  /** 100 for per cent, 10000 for a rate per 10,000; 1 when absent. */
  multiplier?: Maybe<Numeric>;
  /** Decimals of the reported rate; 0 when absent. */
  decimals?: Maybe<number>;
}

export interface RateConsistency extends Verdict {
  /** numerator/denominator · multiplier, 4 decimals. */
  expected: number | null;
}

/**
 * ERROR unless |numerator/denominator · multiplier − rate| ≤ half a unit of the last decimal, so that a
 * rate rounded either way passes; ERROR ZERO_DENOMINATOR. Source: methods.md 7.
 */
export function rateConsistency(input: RateConsistencyInput): RateConsistency {
  const { numerator, denominator, rate } = input;
  if (numerator == null || denominator == null) return { result: 'SKIP', expected: null };
  if (dec(denominator).isZero()) {
    return { result: 'ERROR', code: 'ZERO_DENOMINATOR', expected: null };
  }
  const exact = dec(numerator)
    .times(input.multiplier ?? 1)
    .div(denominator);
  if (rate == null) return { result: 'SKIP', expected: figure(exact) };
  const halfUnit = dec(10)
    .pow(-(input.decimals ?? 0))
    .div(2);
  const off = settle(exact.minus(rate)).abs();
  return { result: off.greaterThan(halfUnit) ? 'ERROR' : 'OK', expected: figure(exact) };
}
