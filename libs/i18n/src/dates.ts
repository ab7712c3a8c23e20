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

/**
 * When something was, as precisely as it is known: a year, a month or a day, or from one to another with a slash between
 * (ISO 8601). Text that is none of it is given back.
 */
export function formatPeriod(language: Language, period: string): string {
  const ends = period.split('/').map((date) => formatPart(language, date));
  return ends.join(' – ');
}

function formatPart(language: Language, date: string): string {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(date) ?? [];
  const { monthPattern, months, monthsAlone = months } = dateTable[language];
  const name = monthsAlone[Number(month) - 1];
  if (year === undefined || name === undefined) return formatDate(language, date);
  return monthPattern.replace('{month}', name).replace('{year}', year);
}
