import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

interface Cell {
  value: unknown;
  text: string;
}
interface Row {
  getCell(at: number): Cell;
}
export interface Sheet {
  rowCount: number;
  getRow(number: number): Row;
}
interface Book {
  getWorksheet(name: string): Sheet | undefined;
  xlsx: { load(bytes: ArrayBuffer): Promise<unknown>; writeBuffer(): Promise<ArrayBuffer> };
}

/** A workbook as a spreadsheet program opens and saves it: with the library that the api has. */
export async function openWorkbook(bytes: Uint8Array) {
  const api = path.join(import.meta.dirname, '../../apps/api/package.json');
  const library = pathToFileURL(createRequire(api).resolve('exceljs')).href;
  const { default: ExcelJS } = (await import(library)) as { default: { Workbook: new () => Book } };
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const sheet = book.getWorksheet('Data');
  if (sheet === undefined) throw new Error('The template has no sheet Data.');
  return { sheet, save: async () => Buffer.from(await book.xlsx.writeBuffer()) };
}
