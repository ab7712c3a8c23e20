import type { Numeric } from '../values/decimal.ts';
import { type Maybe, figure } from '../values/figure.ts';
import { type PathKind, type PathPoint, expectedAt } from './expected-at.ts';

export interface ExpectedValueInput {
  baselineValue?: Maybe<Numeric>;
  baselineYear?: Maybe<number>;
  targetValue?: Maybe<Numeric>;
  targetYear?: Maybe<number>;
  /** The year for which the value is wanted. */
  year: number;
  milestones?: Maybe<readonly PathPoint[]>;
  /** LINEAR when absent. */
  path?: Maybe<PathKind>;
}

export interface ExpectedValue {
  value: number | null;
}

/**
 * The value the plan expects in `year`, in the unit of the indicator, 4 decimals, half away from zero;
 * null while baseline or target is incomplete. Formula: `expectedAt`. Source: methods.md 6.
 */
export function expectedValue(input: ExpectedValueInput): ExpectedValue {
  const baseline = pointOf(input.baselineYear, input.baselineValue);
  const target = pointOf(input.targetYear, input.targetValue);
  if (baseline === null || target === null) return { value: null };
  const path = { baseline, target, points: input.milestones ?? [], kind: input.path ?? 'LINEAR' };
  return { value: figure(expectedAt(path, input.year)) };
}

function pointOf(year: Maybe<number>, value: Maybe<Numeric>): PathPoint | null {
  return year == null || value == null ? null : { year, value };
}
