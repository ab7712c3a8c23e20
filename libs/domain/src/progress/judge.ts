import { expectedAt } from '../periods/expected-at.ts';
import { type Decimal, dec } from '../values/decimal.ts';
import type { AssessmentFlag, IndicatorAssessment } from './assess-indicator.types.ts';
import type { Point } from './observed-series.ts';
import { type Thresholds, comparable, paceStatus } from './pace-status.ts';
import type { Plan } from './plan.ts';
import { meets, shareTravelled } from './target.ts';

/** A status and the unrounded numbers that may be printed beside it. */
export interface Verdict {
  status: IndicatorAssessment['status'];
  progress: Decimal | null;
  pace: Decimal | null;
  expected: { share: Decimal; value: Decimal } | null;
  flags: AssessmentFlag[];
}

interface Baseline {
  year: number;
  value: Decimal;
}

/** Steps 5a to 14 of the decision order for the latest value; the first match decides. Source: methods.md 1.2. */
export function judge(
  plan: Plan,
  latest: Point,
  breaks: readonly number[],
  thresholds: Thresholds,
): Verdict {
  const { baselineYear: t0, baselineValue: b } = plan;
  if (t0 !== null && breaks.some((year) => t0 < year && year <= latest.year)) {
    return verdict('NO_BASELINE', { flags: ['BREAK_IN_SERIES'] });
  }
  if (t0 === null || b === null) {
    return meets(plan.goal, latest.value)
      ? verdict('ACHIEVED', { progress: dec(1) })
      : verdict('NO_BASELINE');
  }
  if (meets(plan.goal, b)) return judgeMaintenance(plan, { year: t0, value: b }, latest);
  return judgePace(plan, { year: t0, value: b }, latest, thresholds);
}

/** For a baseline that meets the target already: the value only has to be kept, so there is no progress to measure. */
function judgeMaintenance({ goal }: Plan, baseline: Baseline, latest: Point): Verdict {
  const reset = !goal.value.equals(baseline.value) && goal.direction !== 'TOWARDS';
  const flags: AssessmentFlag[] = reset ? ['TARGET_ALREADY_MET_AT_BASELINE'] : [];
  if (meets(goal, latest.value)) return verdict('ACHIEVED', { progress: dec(1), flags });
  return verdict(latest.year === baseline.year ? 'NO_DATA' : 'REGRESSED', { flags });
}

/**
 * p = share travelled, e = share that should have been travelled by the year of the observation,
 * r = p/e. Where nothing was due yet (e = 0), or a milestone even leads back (e < 0), there is no
 * pace, and a value that has not moved away is on track.
 */
function judgePace(plan: Plan, baseline: Baseline, latest: Point, thresholds: Thresholds): Verdict {
  const { goal, targetYear, points } = plan;
  const met = meets(goal, latest.value);
  if (latest.year === baseline.year && !met) return verdict('NO_DATA');
  const target = { year: targetYear, value: goal.value };
  const value = expectedAt({ baseline, target, points, kind: 'LINEAR' }, latest.year);
  const share = value.minus(baseline.value).div(goal.value.minus(baseline.value));
  const progress = shareTravelled(goal, baseline.value, latest.value);
  const pace = share.greaterThan(0) ? progress.div(share) : null;
  const numbers = { progress, pace, expected: { share, value } };
  const p = comparable(progress);
  if (met) return verdict('ACHIEVED', { ...numbers, flags: p.greaterThan(1) ? ['OVERSHOOT'] : [] });
  if (p.lessThan(0)) return verdict('REGRESSED', numbers);
  if (latest.year >= targetYear) return verdict('MISSED', numbers);
  return verdict(pace === null ? 'ON_TRACK' : paceStatus(pace, thresholds), numbers);
}

function verdict(status: Verdict['status'], rest: Partial<Omit<Verdict, 'status'>> = {}): Verdict {
  return { status, progress: null, pace: null, expected: null, flags: [], ...rest };
}
