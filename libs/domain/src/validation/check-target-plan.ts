import type { PathKind, PathPoint } from '../periods/expected-at.ts';
import type { Maybe } from '../values/figure.ts';
import { type Direction, type WantedDirection, wantedDirection } from '../progress/target.ts';
import { decimalText } from '../values/decimal-text.ts';
import { dec } from '../values/decimal.ts';
import type { CheckedIndicator } from './check-cell.types.ts';
import { naturalLimits } from './natural-limits.ts';
import type { RuleCode } from './outcome.ts';
import { range } from './range.ts';
import { isBlank } from './required.ts';

export interface CheckTargetPlanInput {
  indicator: CheckedIndicator & { direction?: Maybe<Direction> };
  /** Absent as long as a country has no baseline. */
  baseline?: Maybe<PathPoint>;
  target: PathPoint;
  /** Milestone years on the way. */
  points?: Maybe<readonly PathPoint[]>;
  path?: Maybe<PathKind>;
  /** The plan is to keep what the baseline already has. */
  maintain?: Maybe<boolean>;
  rationale?: Maybe<string>;
}

export type PlanCode =
  | RuleCode
  | 'LAW_HAS_NO_TARGET'
  | 'NO_DIRECTION'
  | 'POINTS_NOT_ORDERED'
  | 'POINT_OUTSIDE_PLAN'
  | 'RATIONALE_REQUIRED'
  | 'TARGET_EQUALS_BASELINE'
  | 'TARGET_NOT_AFTER_BASELINE'
  | 'TARGET_ON_WRONG_SIDE';

export interface PlanProblem {
  code: PlanCode;
  /** Where in the input: `target.value`, `points.0.year`. */
  field: string;
  /** Figures for the sentence: canonical decimals, years. */
  params: Readonly<Record<string, string>>;
}

/**
 * Why a target plan cannot be followed and judged; empty if it can. Checks the direction, the limits of the
 * indicator (a share cannot aim above 100), the side and the year of the target against the baseline, the
 * order of the points, and that there is a rationale. A law has stages and no target. Exact, unrounded. Source: methods.md 7, set-up.
 */
export function checkTargetPlan(plan: CheckTargetPlanInput): PlanProblem[] {
  const { indicator, target, rationale } = plan;
  const points = plan.points ?? [];
  if (indicator.kind === 'MILESTONE') return [problem('LAW_HAS_NO_TARGET', 'indicator.kind')];
  const direction = wantedDirection(indicator.kind, indicator.direction ?? null);
  return [
    ...(direction === null ? [problem('NO_DIRECTION', 'indicator.direction')] : []),
    ...limitProblems(plan, target, 'target.value'),
    ...baselineProblems(plan, direction),
    ...orderProblems(plan, points),
    ...points.flatMap((point, index) => limitProblems(plan, point, `points.${index}.value`)),
    ...(isBlank(rationale) ? [problem('RATIONALE_REQUIRED', 'rationale')] : []),
  ];
}

function limitProblems(
  { indicator }: CheckTargetPlanInput,
  { value }: PathPoint,
  field: string,
): PlanProblem[] {
  const limits = naturalLimits(indicator);
  const { code } = range({ ...limits, value });
  if (code === undefined) return [];
  const bound = code === 'BELOW_MIN' ? limits.min : code === 'ABOVE_MAX' ? limits.max : null;
  const limit = bound == null ? {} : { limit: decimalText(bound) };
  const step = limits.step == null ? {} : { step: decimalText(limits.step) };
  return [problem(code, field, { value: decimalText(value), ...limit, ...step })];
}

function baselineProblems(
  { baseline, target, maintain }: CheckTargetPlanInput,
  direction: WantedDirection | null,
): PlanProblem[] {
  if (baseline == null) return [];
  const problems: PlanProblem[] = [];
  if (target.year <= baseline.year) {
    const params = { baseline: String(baseline.year), target: String(target.year) };
    problems.push(problem('TARGET_NOT_AFTER_BASELINE', 'target.year', params));
  }
  const rise = dec(target.value).comparedTo(baseline.value);
  const values = { baseline: decimalText(baseline.value), target: decimalText(target.value) };
  if (rise === 0 && maintain !== true) {
    problems.push(problem('TARGET_EQUALS_BASELINE', 'target.value', values));
  }
  if ((direction === 'INCREASE' && rise < 0) || (direction === 'DECREASE' && rise > 0)) {
    problems.push(problem('TARGET_ON_WRONG_SIDE', 'target.value', values));
  }
  return problems;
}

/** Points lie strictly between baseline and target, each later than the one before. */
function orderProblems(
  { baseline, target }: CheckTargetPlanInput,
  points: readonly PathPoint[],
): PlanProblem[] {
  return points.flatMap(({ year }, index) => {
    const field = `points.${index}.year`;
    const params = { year: String(year) };
    const before = points[index - 1];
    const outside = year >= target.year || (baseline != null && year <= baseline.year);
    if (outside) return [problem('POINT_OUTSIDE_PLAN', field, params)];
    if (before === undefined || before.year < year) return [];
    return [problem('POINTS_NOT_ORDERED', field, params)];
  });
}

function problem(code: PlanCode, field: string, params: PlanProblem['params'] = {}): PlanProblem {
  return { code, field, params };
}
