/** What a page told as of a year knows of. */
export const upTo = <T extends { year: number }>(rows: readonly T[], year: number): T[] =>
  rows.filter((row) => row.year <= year);
