import type { Maybe } from '../values/figure.ts';
import { type Numeric, dec } from '../values/decimal.ts';
import { OK, SKIP, type Verdict } from './outcome.ts';

export interface RangeInput {
  value?: Maybe<Numeric>;
  /** Natural limits of the indicator, both inclusive; absent: no limit. Never guessed from the unit. */
  min?: Maybe<Numeric>;
  max?: Maybe<Numeric>;
  /** Only whole numbers are valid. */
  integer?: Maybe<boolean>;
  /** Only the lower limit (0 where there is none) plus a whole multiple of this is valid: 50 for an index of 0, 50 or 100. */
  step?: Maybe<Numeric>;
}

/** ERROR NOT_INTEGER, BELOW_MIN, ABOVE_MAX or NOT_A_STEP, the first that applies; compared exactly. Source: methods.md 7. */
export function range({ value, min, max, integer, step }: RangeInput): Verdict {
  if (value == null) return SKIP;
  const exact = dec(value);
  if (integer === true && !exact.isInteger()) return { result: 'ERROR', code: 'NOT_INTEGER' };
  if (min != null && exact.lessThan(min)) return { result: 'ERROR', code: 'BELOW_MIN' };
  if (max != null && exact.greaterThan(max)) return { result: 'ERROR', code: 'ABOVE_MAX' };
  const isBetween =
    step != null &&
    !exact
      .minus(min ?? 0)
      .modulo(step)
      .isZero();
  return isBetween ? { result: 'ERROR', code: 'NOT_A_STEP' } : OK;
}
