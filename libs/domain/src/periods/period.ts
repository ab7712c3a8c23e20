import { isDay } from './day.ts';

/** From one date to another, each a year, a month or a day; one date is both its ends. */
export interface Period {
  from: string;
  to: string;
}

/**
 * A date or a time interval of ISO 8601: `2022`, `2022-10`, `2022-10-05`, or two of them with a slash between.
 * Null where it is none, or where it ends before it begins. An end may be as vague as `2022`, and is its last day.
 */
export function readPeriod(text: string): Period | null {
  const [from = '', to = from, ...more] = text.split('/');
  if (more.length > 0 || !isDate(from) || !isDate(to) || firstDay(from) > lastDay(to)) return null;
  return { from, to };
}

const isDate = (text: string): boolean =>
  /^\d{4}(-\d\d(-\d\d)?)?$/.test(text) && isDay(firstDay(text));

const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);

/** Only for comparing: every month is as long as the longest. */
const lastDay = (date: string): string =>
  (date.length === 4 ? `${date}-12-31` : `${date}-31`).slice(0, 10);
