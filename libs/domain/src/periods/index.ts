export { isDay } from './day.ts';
export { PATH_KINDS, type PathPoint } from './expected-at.ts';
export { expectedValue } from './expected-value.ts';
export { FIRST_YEAR, isYear, LAST_YEAR, lastFullYear } from './years.ts';
