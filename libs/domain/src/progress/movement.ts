import { type Decimal, dec } from '../values/decimal.ts';
import type { Movement } from './assess-level.types.ts';

/** Which way one part of an indicator moved; null where that is not known. */
export type Step = 'FORWARD' | 'NONE' | 'BACK' | null;

export interface MovementCounts {
  forward: number;
  none: number;
  back: number;
  unknown: number;
}

/** The step that a difference in the wanted direction makes. */
export function stepOf(difference: Decimal): Exclude<Step, null> {
  if (difference.isZero()) return 'NONE';
  return difference.greaterThan(0) ? 'FORWARD' : 'BACK';
}

/** One word for the movement of many parts. Source: methods.md 1.4 step 4. */
export function movementOf(steps: { forward: boolean; none: boolean; back: boolean }): Movement {
  if (steps.forward && steps.back) return 'MIXED';
  if (steps.back) return 'BACK';
  if (steps.forward) return 'FORWARD';
  return steps.none ? 'NONE' : 'UNKNOWN';
}

/** Movements that count as a step forward, a step back, or no step since the meeting. MIXED counts as both. Source: methods.md 1.5. */
export const MOVEMENT_GROUPS = {
  forward: ['FORWARD', 'MIXED'],
  none: ['NONE'],
  back: ['BACK', 'MIXED'],
} as const satisfies Record<string, readonly Movement[]>;

/** How many moved in each direction. */
export function countMovements(moved: readonly { movement: Movement }[]): MovementCounts {
  const count = (words: readonly Movement[]) =>
    moved.filter(({ movement }) => words.includes(movement)).length;
  return {
    forward: count(MOVEMENT_GROUPS.forward),
    none: count(MOVEMENT_GROUPS.none),
    back: count(MOVEMENT_GROUPS.back),
    unknown: count(['UNKNOWN']),
  };
}

/** A share as percentage points. */
export function asPoints(share: Decimal): Decimal {
  return share.times(dec(100));
}
