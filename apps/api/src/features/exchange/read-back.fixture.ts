import { readCsv } from '@qadam/domain';
import { readXlsx } from 'hucre/xlsx';
import { COLUMNS } from './formats/columns.ts';

/** A row of a file as a client reads it: column → content of the cell, empty text if there is none. */
export type Line = Readonly<Record<string, string>>;

/** Readers by the id of the format. The contract spec fails for a format that has none. */
export const READ_BACK: Readonly<Record<string, (file: Buffer) => Promise<Line[]> | Line[]>> = {
  csv: (file) => table(readCsv({ bytes: file }).rows),
  json: (file) => readJson(file),
  xlsx: (file) => readWorkbook(file),
};

/** The first row names the columns of the others. */
export function table([names = [], ...rows]: readonly (readonly string[])[]): Line[] {
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])));
}

/** Figures keep the digits of the file, which a double might change. */
function readJson(file: Buffer): Line[] {
  const digits = (_key: string, value: unknown, { source }: { source?: string }) =>
    typeof value === 'number' ? source : value;
  const parse = JSON.parse as (text: string, revive: typeof digits) => unknown;
  const { data } = parse(file.toString('utf8'), digits) as {
    data: Record<string, string | null>[];
  };
  return data.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? ''])),
  );
}

/** The headings are words of the language, so columns are recognised by their order. */
async function readWorkbook(file: Buffer): Promise<Line[]> {
  const [data] = (await readXlsx(file)).sheets;
  const [, ...rows] = data?.rows ?? [];
  return table([
    COLUMNS.map(({ name }) => name),
    ...rows.map((cells) => COLUMNS.map((_column, at) => String(cells[at] ?? ''))),
  ]);
}
