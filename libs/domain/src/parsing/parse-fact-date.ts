import { isFactDate } from '../periods/fact-date.ts';
import { cleanText, withoutTextMarker } from './clean-text.ts';
import { parseYear } from './parse-year.ts';

/**
 * The date of a fact as people write it: a year, a month or a day, as 2022, 2022-07, 07.2022, 2022-07-19 or 19.07.2022.
 * Null for anything else, also for a date with slashes, which is read differently from country to country.
 */
export function parseFactDate(text: string): string | null {
  const bare = withoutTextMarker(cleanText(text));
  const { year } = parseYear({ text: bare });
  if (year !== null) return String(year);
  const [, day, month, inYear] =
    /^(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})\s*(?:г\.?|ж\.?)?$/u.exec(bare) ?? [];
  const two = (part: string) => part.padStart(2, '0');
  const date =
    inYear === undefined || month === undefined
      ? bare
      : [inYear, two(month), ...(day === undefined ? [] : [two(day)])].join('-');
  return isFactDate(date) ? date : null;
}
