import type { PathPoint } from '../periods/expected-at.ts';
import { type Decimal, dec } from '../values/decimal.ts';
import type { AssessIndicatorInput } from './assess-indicator.types.ts';
import { decimalOrNull } from '../values/figure.ts';
import { type Goal, wantedDirection } from './target.ts';

/** A plan that can be judged: it has a target with a year and a direction. */
export interface Plan {
  goal: Goal;
  targetYear: number;
  baselineYear: number | null;
  baselineValue: Decimal | null;
  points: readonly PathPoint[];
}

/**
 * Reads the plan from the input, or gives the reason why it cannot be judged.
 * A target without a direction cannot be met or missed: INVALID_CONFIG. Source: methods.md 1.2 step 1.
 */
export function readPlan(input: AssessIndicatorInput): Plan | 'NO_TARGET' | 'INVALID_CONFIG' {
  const value = decimalOrNull(input.targetValue);
  if (value === null) return 'NO_TARGET';
  const direction = wantedDirection('NUMERIC', input.direction ?? null);
  const targetYear = input.targetYear ?? null;
  const baselineYear = input.baselineYear ?? null;
  if (direction === null || targetYear === null) return 'INVALID_CONFIG';
  if (baselineYear !== null && targetYear <= baselineYear) return 'INVALID_CONFIG';
  return {
    goal: { direction, value, tolerance: decimalOrNull(input.tolerance) ?? dec(0) },
    targetYear,
    baselineYear,
    baselineValue: decimalOrNull(input.baselineValue),
    points: input.milestones ?? [],
  };
}
