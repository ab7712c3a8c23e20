import type { Maybe } from '../values/figure.ts';
import { dec, type Numeric } from '../values/decimal.ts';
import { OK, SKIP, type Verdict } from './outcome.ts';

/** A rate is one of people if its multiplier is at least this: per thousand, per million; but not per ten places. */
const PEOPLE = 1000;
/** A rate of more than one in this many people gets a warning. */
const ONE_IN = 10;

/**
 * WARN RATE_TOO_HIGH if a rate per so many people means more than one in ten of them: no staff, centre, complaint or case is that
 * frequent, but a count typed as a rate looks so. SKIP if the rate is not of people. Source: methods.md, "Review by exception".
 */
export function rateOfPeople(rate: { value: Numeric; multiplier?: Maybe<Numeric> }): Verdict {
  const per = dec(rate.multiplier ?? 1);
  if (per.lessThan(PEOPLE)) return SKIP;
  return dec(rate.value).times(ONE_IN).greaterThan(per)
    ? { result: 'WARN', code: 'RATE_TOO_HIGH' }
    : OK;
}
