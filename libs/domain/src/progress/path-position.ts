import { type PlannedPath, expectedAt } from '../periods/expected-at.ts';
import { type Decimal, dec } from '../values/decimal.ts';
import { asGiven, figure } from '../values/figure.ts';
import type { Point } from './observed-series.ts';
import type { Projection } from './project.types.ts';
import { type Goal, meets } from './target.ts';

/**
 * `pathGap`, how far the latest value is ahead (+) of the path E(t), unrounded: INCREASE x − E,
 * DECREASE E − x, TOWARDS |T − E| − |T − x|. Null if the baseline meets the target already.
 * Source: methods.md 1.6 step 10.
 */
export function pathGap(goal: Goal, path: PlannedPath, { year, value: x }: Point): Decimal | null {
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
export function nextPoint(
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
