import type { WorkState } from './moves.ts';

export type Lock =
  'NOT_ASSIGNED' | 'LOCKED_SUBMITTED' | 'LOCKED_APPROVED' | 'LOCKED_PUBLISHED' | 'CYCLE_CLOSED';

export interface LockInput {
  /** Null before the first save. */
  readonly state: WorkState | null;
  /** Is the indicator of the cell assigned for this return? */
  readonly assigned: boolean;
  /** Is the cycle of the cell open today? */
  readonly cycleOpen: boolean;
  /** Was the cell published before? Then it can be corrected even if no cycle is open. */
  readonly published: boolean;
  /** Did an officer open the cell to this person until a time that has not passed yet? */
  readonly granted: boolean;
  /** Does the new value come with a reason for correcting a published one? */
  readonly correcting?: boolean;
}

/**
 * Why a cell takes no value (typed or from a file), and cannot be submitted; null if it is not locked. A cell
 * that is not assigned cannot be begun, but one that was begun can still be finished or corrected. A grant opens submitted
 * and approved cells and those of a closed cycle. A published cell is never reopened but corrected, with a reason. A file of
 * many years brings that reason with it (`correcting`): together with a grant it opens published cells and cells that are
 * not assigned, too. Source: domain.md (Reporting).
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

/** Can an officer open what is locked in this way? A published value is corrected instead, and what nobody is asked for is not begun. */
export const isOpenedByGrant = (lock: Lock): boolean =>
  lock !== 'NOT_ASSIGNED' && lock !== 'LOCKED_PUBLISHED';

/**
 * Why a cell takes no evidence; null if it takes some. `lock`: why it takes no value. Evidence makes no new revision, so a value that
 * is handed in or approved keeps its own, whatever an officer has granted: it has to be saved first, which reopens it.
 */
export function evidenceLock(state: WorkState | 'EMPTY' | null, lock: Lock | null): Lock | null {
  if (state === 'SUBMITTED') return 'LOCKED_SUBMITTED';
  return state === 'APPROVED' ? 'LOCKED_APPROVED' : lock;
}

/** The longest time of a grant, in days: it is an exception, so it always ends by itself. */
export const MAX_GRANT_DAYS = 31;
const DAY = 24 * 60 * 60 * 1000;

export type GrantProblem = 'UNTIL_NOT_A_TIME' | 'UNTIL_PAST' | 'UNTIL_TOO_FAR';

/** Why a cell cannot be opened until the instant `until` (ISO 8601); null if it can. */
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
  /** Has the time until which it was granted passed? */
  readonly expired: boolean;
}

export const REOPENING_STATES = ['WAITING', 'GRANTED', 'DECLINED', 'REVOKED', 'EXPIRED'] as const;
export type ReopeningState = (typeof REOPENING_STATES)[number];

/** The state of a request; only GRANTED means that the cell is open now. */
export function reopeningState({ decision, revoked, expired }: ReopeningFacts): ReopeningState {
  if (decision !== 'GRANTED') return decision ?? 'WAITING';
  if (revoked) return 'REVOKED';
  return expired ? 'EXPIRED' : 'GRANTED';
}
