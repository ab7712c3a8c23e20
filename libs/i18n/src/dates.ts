import { dateTable } from './date-table.ts';
import type { Language } from './languages.ts';

/**
 * A date in words, as precise as the text: 8 March 2026 (a time after the day is ignored), March 2026, 2026, or a range of
 * two such dates, which a slash separates (ISO 8601). Text that is no date is returned unchanged.
 */
export function formatDate(language: Language, date: string): string {
  return date
    .split('/')
    .map((end) => formatEnd(language, end))
    .join(' – ');
}

function formatEnd(language: Language, date: string): string {
  const { pattern, padded, months, monthPattern, monthsAlone = months } = dateTable[language];
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d)|$)/.exec(date) ?? [];
  const name = (day === undefined ? monthsAlone : months)[Number(month) - 1];
  if (year === undefined || name === undefined) return date;
  return (day === undefined ? monthPattern : pattern)
    .replace('{day}', padded ? (day ?? '') : String(Number(day)))
    .replace('{month}', name)
    .replace('{year}', year);
}
