import { cleanText, withoutTextMarker } from './clean-text.ts';

export interface ParseYearInput {
  text?: string | null;
}

export type YearProblem = 'NOT_A_YEAR' | 'PERIOD_RANGE' | 'TWO_DIGIT_YEAR';

export interface ParsedYear {
  year: number | null;
  error: YearProblem | null;
}

/** "Year" after the number: ru, kk and ky, tg, uz, en. */
const SUFFIX = /(?:[-–] ?)?(?:гг?\.?|год|года|ж\.?|жыл|жылы|соли?|йил|йили|yil|yili|year)$/iu;
/** “Соли 2024”: Tajik has the word before the number. */
const PREFIX = /^соли\s+(?=\d)/iu;
const YEAR = /^((?:19|20)\d\d)(?:[.,]0+)?$/;
/** As the World Bank heads and codes a year: 2015 [YR2015], YR2015. */
const OF_WORLD_BANK = /^(?:(?:19|20)\d\d\s*\[)?YR((?:19|20)\d\d)\]?$/;
const RANGE = /^\d{4}\s*[/\-–—−‑‒]\s*(?:\d{4}|\d{2})$/;

/**
 * A calendar year from 1900 to 2099, with or without the word for year in any of the six languages. A
 * whole number that a spreadsheet made a float (`2024.0`) is a year; a school or fiscal year, two digits, a
 * date or a date serial are not. Source: methods.md 8.3.
 */
export function parseYear({ text }: ParseYearInput): ParsedYear {
  const bare = withoutTextMarker(cleanText(text)).replace(PREFIX, '').replace(SUFFIX, '').trimEnd();
  const year = (YEAR.exec(bare) ?? OF_WORLD_BANK.exec(bare))?.[1];
  if (year !== undefined) return { year: Number(year), error: null };
  if (RANGE.test(bare)) return { year: null, error: 'PERIOD_RANGE' };
  return { year: null, error: /^\d{2}$/.test(bare) ? 'TWO_DIGIT_YEAR' : 'NOT_A_YEAR' };
}
