import { type LocalTime, daysBetween, localTime } from './local-time.ts';

/** Mails of a new day are sent from this hour of the morning on, not at midnight. */
const FIRST_HOUR = 8;

/** Any Monday, from which weekdays are counted. */
const SOME_MONDAY = '2024-01-01';
const DAYS_PER_WEEK = 7;

export function isSendingHour({ hour }: LocalTime): boolean {
  return hour >= FIRST_HOUR;
}

/**
 * The week whose digest is due at `instant`, named by its Monday (YYYY-MM-DD): from Monday 8:00 in
 * the reader's time zone until the end of Wednesday, so that a server that was down on Monday catches
 * up; null at any other time.
 */
export function digestWeek(instant: Date, timeZone: string): string | null {
  const now = localTime(instant, timeZone);
  const days = daysBetween(SOME_MONDAY, now.day);
  const weekday = ((days % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK;
  if (weekday > 2 || (weekday === 0 && !isSendingHour(now))) return null;
  return new Date(Date.parse(`${now.day}T00:00:00Z`) - weekday * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

/**
 * The month (YYYY-MM) whose digest may be sent at `instant`: from 8:00 on its first day in the reader's time zone until the
 * month is over, so that a server that was down catches up; null before that hour.
 */
export function digestMonth(instant: Date, timeZone: string): string | null {
  const now = localTime(instant, timeZone);
  if (now.day.endsWith('-01') && !isSendingHour(now)) return null;
  return now.day.slice(0, 7);
}
