import type { Numeric } from '../values/decimal.ts';
import { dec } from '../values/decimal.ts';
import { type Maybe, decimalOrNull, figure } from '../values/figure.ts';
import {
  type Direction,
  type Goal,
  type IndicatorKind,
  meets,
  shareTravelled,
  wantedDirection,
} from './target.ts';

export interface ProgressShareInput {
  kind: IndicatorKind;
  direction: Direction | null;
  baselineValue: Maybe<Numeric>;
  targetValue: Maybe<Numeric>;
  tolerance?: Maybe<Numeric>;
}

/**
 * `p` of any value of a plan, also an expected or projected one: 0 at the baseline, 1 at the target, 4 decimals, half away
 * from zero. Null without a direction, a baseline or a target, and if the baseline meets the target already, as there is no
 * way to go then. Formula: `shareTravelled`. Source: methods.md 1.2.
 */
export function progressShare(way: ProgressShareInput, value: Numeric): number | null {
  const direction = wantedDirection(way.kind, way.direction);
  const baseline = decimalOrNull(way.baselineValue);
  const target = decimalOrNull(way.targetValue);
  if (direction === null || baseline === null || target === null) return null;
  const tolerance = decimalOrNull(way.tolerance) ?? dec(0);
  const goal: Goal = { direction, value: target, tolerance };
  if (meets(goal, baseline)) return null;
  return figure(shareTravelled(goal, baseline, dec(value)));
}
