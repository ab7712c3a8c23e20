import type { Maybe } from '../values/figure.ts';
import { OK, SKIP, type Verdict } from './outcome.ts';

export interface PeriodInput {
  year?: Maybe<number>;
  /** OBS_STATUS; P is provisional. */
  status?: Maybe<string>;
  /** The calendar year of the day of reporting. */
  currentYear: number;
  baselineYear?: Maybe<number>;
}

/**
 * A future year is an ERROR (FUTURE_PERIOD); the current year is not over, so its value is provisional
 * or a WARN (YEAR_NOT_CLOSED); a year before the baseline is a WARN (BEFORE_BASELINE). First match.
 * Source: methods.md 7.
 */
export function period({ year, status, currentYear, baselineYear }: PeriodInput): Verdict {
  if (year == null) return SKIP;
  if (year > currentYear) return { result: 'ERROR', code: 'FUTURE_PERIOD' };
  if (year === currentYear && status !== 'P') return { result: 'WARN', code: 'YEAR_NOT_CLOSED' };
  if (baselineYear != null && year < baselineYear)
    return { result: 'WARN', code: 'BEFORE_BASELINE' };
  return OK;
}
