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

/** 30 February is no day. */
function isDay(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
