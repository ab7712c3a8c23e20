/** The years that a return, a plan, a release or a chart can be of. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** The newest year that is over: what the next release looks from, unless an officer chooses another. */
export const lastFullYear = (now: Date): number => now.getUTCFullYear() - 1;
