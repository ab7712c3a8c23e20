/** The first rows of a table as they stand, for a person to click at, and what was taken for its head and its values. */
export interface Preview {
  rows: string[][];
  head: number;
  values: number[];
}
