export { isDay } from './day.ts';
export { isFactDate } from './fact-date.ts';
export { expectedAt, type PathKind, type PathPoint, type PlannedPath } from './expected-at.ts';
export { expectedValue, type ExpectedValue, type ExpectedValueInput } from './expected-value.ts';
export { readPeriod, type Period } from './period.ts';
export { FIRST_YEAR, isYear, LAST_YEAR, lastFullYear } from './years.ts';
