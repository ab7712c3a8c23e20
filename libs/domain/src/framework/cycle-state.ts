import type { CycleDates } from './check-cycle.ts';

/** The dates of a cycle, and whether an officer closed it by hand. */
export interface CycleCalendar extends CycleDates {
  closed: boolean;
}

export const CYCLE_STATES = ['NOT_BEGUN', 'OPEN', 'OVERDUE', 'OVER'] as const;
export type CycleState = (typeof CYCLE_STATES)[number];

/**
 * What a cycle is on a calendar day (YYYY-MM-DD) of an area: OVERDUE takes values still, OVER takes none. The due day and the
 * last day belong to it.
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
 * Are an area's people told of a change of the calendar? Of any other due day, last day or closing, but of nothing that was
 * over on that day and stays so.
 */
export function isMoved(before: CycleCalendar, after: CycleCalendar, day: string): boolean {
  const isOver = [before, after].every((one) => cycleStateOn(one, day) === 'OVER');
  const isSame =
    before.dueOn === after.dueOn &&
    before.closesOn === after.closesOn &&
    before.closed === after.closed;
  return !isOver && !isSame;
}
