/** The years that a return, a plan, a release or a chart can be of. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** The newest year that is over: the year that the next release assesses, unless an officer chooses another. */
export const lastFullYear = (now: Date): number => now.getUTCFullYear() - 1;
