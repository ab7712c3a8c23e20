import type { Maybe } from '../values/figure.ts';
import { dec, type Numeric } from '../values/decimal.ts';
import { OK, SKIP, type Verdict } from './outcome.ts';

/** From here on a rate is one of people: per thousand, per million; per ten places is none. */
const PEOPLE = 1000;
/** More than one in so many is asked about. */
const ONE_IN = 10;

/**
 * WARN RATE_TOO_HIGH if a rate per so many people says more than one in ten of them: no staff, centre, complaint or case is that
 * frequent, and a count typed as a rate is. SKIP where the value is not per people. Source: methods.md, "Review by exception".
 */
export function rateOfPeople(rate: { value: Numeric; multiplier?: Maybe<Numeric> }): Verdict {
  const per = dec(rate.multiplier ?? 1);
  if (per.lessThan(PEOPLE)) return SKIP;
  return dec(rate.value).times(ONE_IN).greaterThan(per)
    ? { result: 'WARN', code: 'RATE_TOO_HIGH' }
    : OK;
}
