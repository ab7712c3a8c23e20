import type { AssessmentRowOf } from './public-rows.ts';

/** A function that looks rows up by code and area. */
export function byCell<T extends { area: string }>(
  list: readonly T[],
  codeOf: (row: T) => string,
): (code: string, area: string) => T[] {
  const found = Map.groupBy(list, (row) => `${codeOf(row)} ${row.area}`);
  return (code, area) => found.get(`${code} ${area}`) ?? [];
}

/** A function that finds the assessment of an action or indicator in an area. */
export function assessmentFinder(
  assessments: readonly AssessmentRowOf[],
  kind: AssessmentRowOf['kind'],
): (code: string, area: string) => AssessmentRowOf | undefined {
  const found = byCell(
    assessments.filter((row) => row.kind === kind),
    ({ subject }) => subject,
  );
  return (code, area) => found(code, area)[0];
}

/** The rows up to a year, for a page as of that year. */
export const upTo = <T extends { year: number }>(rows: readonly T[], year: number): T[] =>
  rows.filter((row) => row.year <= year);
