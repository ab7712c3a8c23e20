import type { Decimal } from '../values/decimal.ts';

/** NONE: context, never scored. */
export const DIRECTIONS = ['INCREASE', 'DECREASE', 'TOWARDS', 'NONE'] as const;
export type Direction = (typeof DIRECTIONS)[number];
export type WantedDirection = Exclude<Direction, 'NONE'>;
export const INDICATOR_KINDS = ['NUMERIC', 'BINARY', 'MILESTONE'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** What is wanted of a value. `tolerance` in units of the value, for TOWARDS only. */
export interface Goal {
  direction: WantedDirection;
  value: Decimal;
  tolerance: Decimal;
}

/** `met(x)`: INCREASE x ≥ T; DECREASE x ≤ T; TOWARDS |x − T| ≤ tolerance. Source: methods.md 1.2 step 5. */
export function meets(goal: Goal, x: Decimal): boolean {
  if (goal.direction === 'INCREASE') return x.greaterThanOrEqualTo(goal.value);
  if (goal.direction === 'DECREASE') return x.lessThanOrEqualTo(goal.value);
  return x.minus(goal.value).abs().lessThanOrEqualTo(goal.tolerance);
}

/**
 * `p`, the share of the way from the baseline to the target that x has gone, unrounded:
 * p = (x − b)/(T − b); TOWARDS p = 1 − |T − x|/|T − b|. Negative: moved away.
 * The caller has made sure that T ≠ b. Source: methods.md 1.2.
 */
export function shareTravelled(goal: Goal, baseline: Decimal, x: Decimal): Decimal {
  const way = goal.value.minus(baseline);
  if (goal.direction !== 'TOWARDS') return x.minus(baseline).div(way);
  return way.abs().minus(goal.value.minus(x).abs()).div(way.abs());
}

/** The direction that counts: a law or a yes/no question without one is meant to rise. Null: none is wanted or given. */
export function wantedDirection(
  kind: IndicatorKind,
  direction: Direction | null,
): WantedDirection | null {
  if (direction === null) return kind === 'NUMERIC' ? null : 'INCREASE';
  return direction === 'NONE' ? null : direction;
}
