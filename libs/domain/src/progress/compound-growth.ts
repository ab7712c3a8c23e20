import { type Decimal, dec } from '../values/decimal.ts';

export interface CompoundFacts {
  baseline: Decimal;
  target: Decimal;
  latest: Decimal;
  yearsElapsed: number;
  yearsInAll: number;
  /** +1 if the value is to rise, −1 if it is to fall. */
  sign: 1 | -1;
}

export interface CompoundGrowth {
  actual: Decimal;
  required: Decimal;
  /** Eurostat's R; null when nothing is required. */
  ratio: Decimal | null;
  /** UNSD: the value at the target year if the growth goes on. */
  atTargetYear: Decimal;
  /** UNSD's U; null when nothing is required. */
  reachedShare: Decimal | null;
}

/**
 * CAGRa = (x/b)^(1/(t − t0)) − 1; CAGRr = (T/b)^(1/(tT − t0)) − 1; R = d·CAGRa/|CAGRr|;
 * v̂ = x·(1 + CAGRa)^(tT − t), after the target year x itself; U = (v̂ − b)/(T − b).
 * Null, undefined, unless b, T and x are all positive: a growth rate from, to or through zero says nothing.
 * Unrounded. Source: methods-first.md 1.1 (after Eurostat and UNSD).
 */
export function compoundGrowth(facts: CompoundFacts): CompoundGrowth | null {
  const { baseline: b, target: T, latest: x, yearsElapsed, yearsInAll, sign } = facts;
  if (![b, T, x].every((value) => value.greaterThan(0))) return null;
  const factor = x.div(b).pow(dec(1).div(yearsElapsed));
  const actual = factor.minus(1);
  const required = T.div(b).pow(dec(1).div(yearsInAll)).minus(1);
  const atTargetYear = x.times(factor.pow(Math.max(0, yearsInAll - yearsElapsed)));
  if (T.equals(b)) return { actual, required, ratio: null, atTargetYear, reachedShare: null };
  return {
    actual,
    required,
    ratio: actual.times(sign).div(required.abs()),
    atTargetYear,
    reachedShare: atTargetYear.minus(b).div(T.minus(b)),
  };
}
