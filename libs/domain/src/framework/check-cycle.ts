import { isDay } from '../periods/day.ts';
import type { FrameworkProblem } from './shape.ts';

export interface CycleDates {
  opensOn: string;
  dueOn: string;
  closesOn: string;
}

/** Three real days (YYYY-MM-DD) in their order; the same day twice is fine. Source: domain.md, Cycle. */
export function checkCycleDates(dates: CycleDates): FrameworkProblem[] {
  const fields = ['opensOn', 'dueOn', 'closesOn'] as const;
  const unreal = fields.filter((field) => !isDay(dates[field]));
  if (unreal.length > 0) {
    return unreal.map((field) => ({ code: 'NOT_A_DATE', field, params: { text: dates[field] } }));
  }
  const { opensOn, dueOn, closesOn } = dates;
  if (opensOn > dueOn) return [{ code: 'DATES_NOT_ORDERED', field: 'dueOn', params: {} }];
  if (dueOn > closesOn) return [{ code: 'DATES_NOT_ORDERED', field: 'closesOn', params: {} }];
  return [];
}
