import { isDay } from './day.ts';

/** Is the text the date of a fact: a year, a month or a day that exists? */
export const isFactDate = (text: string): boolean =>
  isDay(`${text}${'-01-01'.slice(0, Math.max(0, 10 - text.length))}`);
