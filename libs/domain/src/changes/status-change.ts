import type { Maybe } from '../values/figure.ts';
import { type AssessedStatus, type Status, isAssessed, rankOf } from '../progress/status.ts';

/** PENDING: a law that is not yet due, which has no rank (methods.md 1.11). */
export type ComparedStatus = Status | 'PENDING';

export interface StatusChangeInput {
  /** Null: the release has no such assessment. */
  from?: Maybe<ComparedStatus>;
  to?: Maybe<ComparedStatus>;
}

export type StatusChangeClass =
  | 'UNCHANGED'
  | 'NOW_HIDDEN'
  | 'NOW_SHOWN'
  | 'STATUS_UP'
  | 'STATUS_DOWN'
  | 'STATUS_CHANGED'
  | 'NOW_ASSESSED'
  | 'NO_LONGER_ASSESSED';

export interface StatusChange {
  class: StatusChangeClass;
  /** How many ranks lie between the two statuses; for UP and DOWN only. */
  steps: number | null;
}

/**
 * What happened to a status between two releases. The first match decides: equal; hidden now or shown now;
 * both assessed: up or down by the difference of ranks; only one assessed. A law not yet due has no rank:
 * ACHIEVED is one step above it, MISSED and REGRESSED one below, any other status neither.
 *
 * Source: methods.md 1.11.
 */
export function statusChange(input: StatusChangeInput): StatusChange {
  const from = input.from ?? null;
  const to = input.to ?? null;
  if (from === to) return without('UNCHANGED');
  if (to === 'SUPPRESSED') return without(from === null ? 'UNCHANGED' : 'NOW_HIDDEN');
  if (from === 'SUPPRESSED') return without(to === null ? 'UNCHANGED' : 'NOW_SHOWN');
  if (isJudged(from) && isJudged(to)) return moved(stepsBetween(from, to));
  if (isJudged(to)) return without('NOW_ASSESSED');
  if (isJudged(from)) return without('NO_LONGER_ASSESSED');
  return without(from !== null && to !== null ? 'STATUS_CHANGED' : 'UNCHANGED');
}

function isJudged(status: ComparedStatus | null): status is AssessedStatus | 'PENDING' {
  return status === 'PENDING' || isAssessed(status);
}

/** How many steps the status moved, up if positive; null if the two statuses have no order. */
function stepsBetween(from: ComparedStatus, to: ComparedStatus): number | null {
  if (from === 'PENDING') return stepsFromPending(to);
  if (to === 'PENDING') {
    const back = stepsFromPending(from);
    return back && -back;
  }
  const [before, after] = [rankOf(from), rankOf(to)];
  return before === null || after === null ? null : after - before;
}

function stepsFromPending(to: ComparedStatus): number | null {
  if (to === 'ACHIEVED') return 1;
  return to === 'MISSED' || to === 'REGRESSED' ? -1 : null;
}

function moved(steps: number | null): StatusChange {
  if (steps === null) return without('STATUS_CHANGED');
  return { class: steps > 0 ? 'STATUS_UP' : 'STATUS_DOWN', steps: Math.abs(steps) };
}

function without(name: StatusChangeClass): StatusChange {
  return { class: name, steps: null };
}
