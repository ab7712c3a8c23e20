/** What is known on a page of an earlier year. */
export const upTo = <T extends { year: number }>(rows: readonly T[], year: number): T[] =>
  rows.filter((row) => row.year <= year);
