import { readCsv } from '@qadam/domain';

/** A file as a client reads it: column → what stands in its cell, empty text for nothing. */
export type Line = Readonly<Record<string, string>>;

/** By the id of the format. A format without a way to read it back has no contract, and the spec fails. */
export const READ_BACK: Readonly<Record<string, (file: Buffer) => Promise<Line[]> | Line[]>> = {
  csv: (file) => table(readCsv({ bytes: file }).rows),
};

/** The first row names the columns of the others. */
export function table([names = [], ...rows]: readonly (readonly string[])[]): Line[] {
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])));
}
