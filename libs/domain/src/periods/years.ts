/** The years that a return, a plan, a release or a chart can be of. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
}
