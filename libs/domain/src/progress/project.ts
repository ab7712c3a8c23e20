import { expectedAt, type PathPoint, type PlannedPath } from '../periods/expected-at.ts';
import { dec, type Decimal } from '../values/decimal.ts';
import { asGiven, decimalOrNull, figure, sortedFlags } from '../values/figure.ts';
import { comparableSeries } from './comparable-series.ts';
import { projectFan, yearsReached } from './fan.ts';
import type { ProjectInput, Projection, ProjectionReason } from './project.types.ts';
import { slopesOf } from './slopes.ts';
import { type Goal, meets, wantedDirection } from './target.ts';
import type { Point } from './observed-series.ts';

/**
 * `pathGap`, how far the latest value is ahead (+) of the path E(t), unrounded: INCREASE x − E,
 * DECREASE E − x, TOWARDS |T − E| − |T − x|. Null if the baseline meets the target already.
 * Source: methods.md 1.6 step 10.
 */
function pathGap(goal: Goal, path: PlannedPath, { year, value: x }: Point): Decimal | null {
  if (meets(goal, dec(path.baseline.value))) return null;
  const expected = expectedAt(path, year);
  if (goal.direction === 'INCREASE') return x.minus(expected);
  if (goal.direction === 'DECREASE') return expected.minus(x);
  return goal.value.minus(expected).abs().minus(goal.value.minus(x).abs());
}

/**
 * The first point of the path after the latest value and before the target year, with the pace it
 * needs, (v − x)/(year − t); 0 if x is there already. Source: methods.md 1.6 step 13.
 */
function nextPoint(
  goal: Goal,
  { points, target }: Pick<PlannedPath, 'points' | 'target'>,
  { year: t, value: x }: Point,
  decimals: number,
): Projection['nextPoint'] {
  const next = points
    .filter(({ year }) => t < year && year < target.year)
    .sort((a, b) => a.year - b.year)[0];
  if (next === undefined) return null;
  const value = dec(next.value);
  const left = value.minus(x);
  const ahead = left.times(goal.value.minus(x)).greaterThan(0);
  const requiredPerYear = ahead ? figure(left.div(next.year - t), decimals) : 0;
  return { year: next.year, value: asGiven(value), requiredPerYear };
}

/**
 * What pace the target still needs, what pace the recent past had, and where that leads:
 *
 *   requiredPerYear = (T − x)/(tT − t) from the latest comparable value
 *   actualPerYear   = m, the median of all pairwise slopes (Theil–Sen) since the last break
 *   ratio = m/requiredPerYear;  projection v(s) = x + s(tT − t);  yearReached t + ⌈|T − x|/|s|⌉
 *
 * The fan starts at the latest value and not at the fitted line, so that ratio ≥ 1 exactly when the
 * central year is not after the target year. The first reason found ends the work: what was computed
 * before it stays, all else is null. Yearly paces and pathGap have max(4, decimals + 2) decimals,
 * ratio 4, projections `decimals`, all half away from zero; values as given. Only numbers are projected, never a law.
 *
 * Source: methods.md 1.6.
 */
export function project(input: ProjectInput): Projection {
  if ((input.kind ?? 'NUMERIC') !== 'NUMERIC') return ended('BY_LEVEL');
  const direction = wantedDirection('NUMERIC', input.direction ?? null);
  if (direction === null) return ended('NO_DIRECTION');

  const series = comparableSeries(input);
  if ('reason' in series) return { ...ended(series.reason), ...series };
  const { latest, used, breakYear } = series;
  const decimals = input.decimals ?? 0;
  const paceDecimals = Math.max(4, decimals + 2);
  const slopes = slopesOf(used);
  const soFar: Projection = {
    ...ended(null),
    latestYear: latest.year,
    latestValue: asGiven(latest.value),
    actualPerYear: figure(slopes?.median ?? null, paceDecimals),
    points: used.length,
    fromYear: used[0]?.year ?? null,
    flags: sortedFlags(series.flags),
  };

  const plan = readPlan(input, direction);
  if (typeof plan === 'string') return { ...soFar, reason: plan };
  const { goal, target, baseline, baselineYear } = plan;
  if (breakYear !== null && baselineYear !== null && baselineYear < breakYear) {
    return { ...soFar, reason: 'BREAK' };
  }
  const points = input.path?.points ?? [];
  const path = baseline && { baseline, target, points, kind: input.path?.kind ?? 'LINEAR' };
  soFar.pathGap = figure(path && pathGap(goal, path satisfies PlannedPath, latest), paceDecimals);
  if (meets(goal, latest.value)) return { ...soFar, reason: 'TARGET_MET', requiredPerYear: 0 };
  if (latest.year >= target.year || input.asOf > target.year) {
    return { ...soFar, reason: 'AFTER_DEADLINE' };
  }

  const required = goal.value.minus(latest.value).div(target.year - latest.year);
  soFar.requiredPerYear = figure(required, paceDecimals);
  soFar.nextPoint = nextPoint(goal, { points, target }, latest, paceDecimals);
  if (slopes === null) {
    const cutShort = breakYear !== null && series.keptInAll >= 3;
    return { ...soFar, reason: cutShort ? 'BREAK' : 'FEWER_THAN_3_POINTS' };
  }
  const fan = projectFan(latest, slopes, goal, target.year, {
    ...limitsOf(input),
    decimals,
  });
  return {
    ...soFar,
    ratio: figure(slopes.median.div(required)),
    projection: fan.projection,
    yearReached: yearsReached(latest, slopes, goal, input.asOf),
    flags: sortedFlags(fan.clamped ? [...soFar.flags, 'CLAMPED'] : soFar.flags),
  };
}

interface ReadPlan {
  goal: Goal;
  target: PathPoint;
  baseline: PathPoint | null;
  baselineYear: number | null;
}

/** Step 8: the goal and its year, or the reason why there is none. */
function readPlan(
  input: ProjectInput,
  direction: Goal['direction'],
): ReadPlan | 'NO_TARGET' | 'INVALID_CONFIG' {
  const value = decimalOrNull(input.target?.value);
  if (value === null) return 'NO_TARGET';
  const year = input.target?.year ?? null;
  const baselineYear = input.baseline?.year ?? null;
  if (year === null || (baselineYear !== null && year <= baselineYear)) return 'INVALID_CONFIG';
  const { min, max } = limitsOf(input);
  if (min?.greaterThan(value) || max?.lessThan(value)) return 'INVALID_CONFIG';
  const start = decimalOrNull(input.baseline?.value);
  return {
    goal: { direction, value, tolerance: dec(input.target?.tolerance ?? 0) },
    target: { year, value },
    baseline: baselineYear === null || start === null ? null : { year: baselineYear, value: start },
    baselineYear,
  };
}

function limitsOf({ min, max }: ProjectInput) {
  return { min: decimalOrNull(min), max: decimalOrNull(max) };
}

function ended(reason: ProjectionReason | null): Projection {
  return {
    reason,
    latestYear: null,
    latestValue: null,
    requiredPerYear: null,
    actualPerYear: null,
    ratio: null,
    points: 0,
    fromYear: null,
    projection: null,
    yearReached: null,
    pathGap: null,
    nextPoint: null,
    flags: [],
  };
}
