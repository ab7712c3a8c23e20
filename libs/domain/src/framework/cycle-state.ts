import type { CycleDates } from './check-cycle.ts';

/** The dates of a cycle, and whether an officer closed it by hand. */
export interface CycleCalendar extends CycleDates {
  closed: boolean;
}

export const CYCLE_STATES = ['NOT_BEGUN', 'OPEN', 'OVERDUE', 'OVER'] as const;
export type CycleState = (typeof CYCLE_STATES)[number];

/**
 * The state of a cycle on a calendar day (YYYY-MM-DD) of an area: an OVERDUE cycle still takes values, one that is OVER takes none.
 * The due day still counts as OPEN, and the closing day is not OVER yet.
 * Source: domain.md, Cycle.
 */
export function cycleStateOn(
  { opensOn, dueOn, closesOn, closed }: CycleCalendar,
  day: string,
): CycleState {
  if (closed || day > closesOn) return 'OVER';
  if (day < opensOn) return 'NOT_BEGUN';
  return day > dueOn ? 'OVERDUE' : 'OPEN';
}

/**
 * Are the people of an area notified of a change of the calendar? Yes if the due day, the closing day or `closed` changed, unless
 * the cycle was over on that day before and still is.
 */
export function isMoved(before: CycleCalendar, after: CycleCalendar, day: string): boolean {
  const isOver = [before, after].every((one) => cycleStateOn(one, day) === 'OVER');
  const isSame =
    before.dueOn === after.dueOn &&
    before.closesOn === after.closesOn &&
    before.closed === after.closed;
  return !isOver && !isSame;
}
