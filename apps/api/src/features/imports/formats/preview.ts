/** The first rows of a table as written, in which a person can point out the head and the values, and which rows and columns were taken for these. */
export interface Preview {
  rows: string[][];
  head: number;
  values: number[];
}
