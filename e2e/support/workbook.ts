import { openXlsx, saveXlsx } from 'hucre/xlsx';

/** Opens a template to fill it in and save it as a spreadsheet program does. Rows and columns are counted from 1. */
export async function openTemplate(bytes: Uint8Array) {
  const book = await openXlsx(bytes, { readStyles: true });
  const sheet = book.sheets.find(({ name }) => name === 'Data');
  if (sheet === undefined) throw new Error('The template has no sheet Data.');
  return {
    /** The row of an indicator's total, which comes before those of its parts. */
    rowOf: (indicator: string): number => {
      const at = sheet.rows.findIndex(([code]) => code === indicator);
      if (at === -1) throw new Error(`The template has no row ${indicator}.`);
      return at + 1;
    },
    set: (row: number, column: number, value: string | number): void => {
      const cell = sheet.cells?.get(`${row - 1},${column - 1}`);
      if (cell === undefined) throw new Error(`The template has no cell ${row}, ${column}.`);
      Object.assign(cell, { value, type: typeof value });
    },
    save: async () => Buffer.from(await saveXlsx(book)),
  };
}
