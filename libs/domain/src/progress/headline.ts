import type { ActionStatus } from './status.ts';

export type HeadlineCode =
  | 'NO_ACTIONS'
  | 'NOT_ENOUGH_DATA'
  | 'ALL_PENDING'
  | 'ALL_ACHIEVED'
  | 'MOSTLY_ON_TRACK'
  | 'MOSTLY_BEHIND'
  | 'MIXED';

/** A sentence of counts, never a score: "1 of 5 actions on track, 2 behind, 1 moved away". */
export interface Headline {
  code: HeadlineCode;
  onTrack: number;
  behind: number;
  movedAway: number;
  pending: number;
  notAssessed: number;
  total: number;
}

/**
 * The headline of a country from the statuses of its own actions: onTrack = ACHIEVED + ON_TRACK,
 * behind = DELAYED + OFF_TRACK, movedAway = REGRESSED, notAssessed = the rest but PENDING.
 * Source: methods-first.md 1.10 step 3.
 */
export function headlineOf(statuses: readonly ActionStatus[]): Headline {
  const count = (...wanted: ActionStatus[]) =>
    statuses.filter((status) => wanted.includes(status)).length;
  const counts = {
    onTrack: count('ACHIEVED', 'ON_TRACK'),
    behind: count('DELAYED', 'OFF_TRACK'),
    movedAway: count('REGRESSED'),
    pending: count('PENDING'),
    notAssessed: count('INSUFFICIENT_DATA', 'NO_INDICATORS'),
    total: statuses.length,
  };
  return { code: codeOf(counts, count('ACHIEVED')), ...counts };
}

function codeOf(counts: Omit<Headline, 'code'>, achieved: number): HeadlineCode {
  const { onTrack, behind, movedAway, pending, total } = counts;
  const judged = onTrack + behind + movedAway;
  if (total === 0) return 'NO_ACTIONS';
  if ((judged + pending) * 2 < total) return 'NOT_ENOUGH_DATA';
  if (judged === 0) return 'ALL_PENDING';
  if (achieved === total) return 'ALL_ACHIEVED';
  if (onTrack * 2 > judged && movedAway === 0) return 'MOSTLY_ON_TRACK';
  return onTrack * 2 < judged ? 'MOSTLY_BEHIND' : 'MIXED';
}
