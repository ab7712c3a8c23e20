import type { AssessmentFlag } from './assess-indicator.types.ts';
import { isEstimated, type Observation } from './obs-status.ts';
import type { Point } from './observed-series.ts';
import type { Plan } from './plan.ts';

export type MarkFlag = Extract<AssessmentFlag, 'PROVISIONAL' | 'ESTIMATED'>;

/** A value older than this many years is stale. */
export const STALE_AFTER_YEARS = 2;

/** The flags that tell a reader that a figure is not final; they apply to figures without a status too. Source: methods.md 1.2. */
export function markFlags({ status }: Pick<Observation, 'status'>): MarkFlag[] {
  if (status === 'P') return ['PROVISIONAL'];
  return isEstimated(status) ? ['ESTIMATED'] : [];
}

/**
 * The flags about the data that a reader must know, whatever the status: PROVISIONAL and ESTIMATED for
 * the latest value, BREAK_IN_SERIES for any B in a year other than the baseline's, STALE (asOf − t > 2),
 * AWAITING_FINAL_DATA (the target year has passed, its value has not come yet). Source: methods.md 1.2.
 */
export function dataFlags(
  plan: Plan,
  shown: readonly Point[],
  latest: Point,
  asOf: number,
): AssessmentFlag[] {
  const flags: AssessmentFlag[] = [...markFlags(latest)];
  if (shown.some(({ year, status }) => status === 'B' && year !== plan.baselineYear)) {
    flags.push('BREAK_IN_SERIES');
  }
  if (asOf - latest.year > STALE_AFTER_YEARS) flags.push('STALE');
  if (asOf > plan.targetYear && latest.year < plan.targetYear) flags.push('AWAITING_FINAL_DATA');
  return flags;
}
