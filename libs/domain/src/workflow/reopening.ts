import type { WorkState } from './moves.ts';

export type Lock =
  'NOT_ASSIGNED' | 'LOCKED_SUBMITTED' | 'LOCKED_APPROVED' | 'LOCKED_PUBLISHED' | 'CYCLE_CLOSED';

export interface LockInput {
  /** Null before the first save. */
  readonly state: WorkState | null;
  /** Is its indicator asked for in this return? */
  readonly assigned: boolean;
  /** Is the cycle of the cell open today? */
  readonly cycleOpen: boolean;
  /** It was published before: no cycle binds its correction. */
  readonly published: boolean;
  /** An officer opened the cell to this person, and the time has not passed. */
  readonly granted: boolean;
  /** It comes with a reason for which a published value is corrected. */
  readonly correcting?: boolean;
}

/**
 * Why a cell takes no value, typed or from a file, and no evidence, and cannot be handed in; null where it can. A cell
 * that is not asked for cannot be begun, but one that was begun can be finished or corrected all the same. A grant
 * opens what is submitted or approved and what belongs to a closed cycle. What is published is never opened: it is
 * corrected, with a reason. A file of many years brings its reason with it (`correcting`): a grant opens to it what is
 * published and what nobody asked for, too. Source: domain.md (Reporting).
 */
export function lockOf(input: LockInput): Lock | null {
  const { state, assigned, cycleOpen, published, granted, correcting = false } = input;
  const opened = granted && correcting;
  if (!assigned && !opened && state === null) return 'NOT_ASSIGNED';
  if (state === 'PUBLISHED') return opened ? null : 'LOCKED_PUBLISHED';
  if (granted) return null;
  if (state === 'SUBMITTED') return 'LOCKED_SUBMITTED';
  if (state === 'APPROVED') return 'LOCKED_APPROVED';
  return cycleOpen || published ? null : 'CYCLE_CLOSED';
}

/** A grant is an exception and ends by itself. */
export const MAX_GRANT_DAYS = 31;
const DAY = 24 * 60 * 60 * 1000;

export type GrantProblem = 'UNTIL_NOT_A_TIME' | 'UNTIL_PAST' | 'UNTIL_TOO_FAR';

/** Why a cell cannot be opened until that instant (ISO 8601); null where it can. */
export function grantProblem({ until, now }: { until: string; now: Date }): GrantProblem | null {
  const end = /^\d{4}-\d{2}-\d{2}T/.test(until) ? Date.parse(until) : Number.NaN;
  if (Number.isNaN(end)) return 'UNTIL_NOT_A_TIME';
  if (end <= now.getTime()) return 'UNTIL_PAST';
  return end > now.getTime() + MAX_GRANT_DAYS * DAY ? 'UNTIL_TOO_FAR' : null;
}

/** A request to open a cell, and what became of it. */
export interface ReopeningFacts {
  readonly decision: 'GRANTED' | 'DECLINED' | null;
  readonly revoked: boolean;
  /** Has the time passed until which it was granted? */
  readonly expired: boolean;
}

export type ReopeningState = 'WAITING' | 'GRANTED' | 'DECLINED' | 'REVOKED' | 'EXPIRED';

/** GRANTED: the cell is open now, and only then. */
export function reopeningState({ decision, revoked, expired }: ReopeningFacts): ReopeningState {
  if (decision !== 'GRANTED') return decision ?? 'WAITING';
  if (revoked) return 'REVOKED';
  return expired ? 'EXPIRED' : 'GRANTED';
}
