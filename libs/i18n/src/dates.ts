import { dateTable } from './date-table.ts';
import type { Language } from './languages.ts';

/** A calendar day (YYYY-MM-DD, a time after it is ignored) in words: 8 March 2026. Text that is no date is given back. */
export function formatDate(language: Language, day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(day) ?? [];
  const { pattern, padded, months } = dateTable[language];
  const name = months[Number(month) - 1];
  if (year === undefined || date === undefined || name === undefined) return day;
  return pattern
    .replace('{day}', padded ? date : String(Number(date)))
    .replace('{month}', name)
    .replace('{year}', year);
}
