import { figure } from '../values/figure.ts';
import { median } from '../progress/quantile.ts';
import { dec } from '../values/decimal.ts';
import type { Assignment, Timeliness } from './data-quality.types.ts';
import { shareOf } from './share.ts';

const DAY = 86_400_000;

/**
 * Days from the due day to the first submission, negative = early, over the reported cells that have
 * one; type-7 median with 1 decimal. What never came is not in it. Source: methods.md 1.12.
 */
export function timelinessOf(reported: readonly Assignment[], due: string): Timeliness {
  const days = reported.flatMap(({ submittedOn }) =>
    submittedOn == null ? [] : [daysBetween(due, submittedOn)],
  );
  return {
    n: days.length,
    medianDays: figure(median(days.map(dec)), 1),
    onTime: shareOf(days.filter((late) => late <= 0).length, days.length),
    latest: days.length === 0 ? null : Math.max(...days),
  };
}

// A date without a time is read as UTC, where every day has 24 hours.
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
