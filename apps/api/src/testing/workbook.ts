import {
  type CellValue,
  openXlsx,
  saveXlsx,
  type Sheet,
  writeXlsx,
  type WriteSheet,
} from 'hucre/xlsx';

/** Opens and saves a workbook as a spreadsheet program does. Rows and columns are counted from 1. */
export async function openWorkbook(bytes: Uint8Array) {
  const book = await openXlsx(bytes, { readStyles: true });
  return {
    sheets: book.sheets,
    sheet: (name: string) => {
      const found = book.sheets.find((sheet) => sheet.name === name);
      if (found === undefined) throw new Error(`There is no sheet ${name}.`);
      return new OpenSheet(found);
    },
    save: () => saveXlsx(book),
  };
}

export type OpenWorkbook = Awaited<ReturnType<typeof openWorkbook>>;

export class OpenSheet {
  readonly sheet: Sheet;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
  }

  get rows(): CellValue[][] {
    return this.sheet.rows;
  }

  /** The number of the first row that holds these texts, by column. */
  rowOf(texts: Readonly<Record<number, string>>): number {
    const wanted = Object.entries(texts);
    const at = this.rows.findIndex((row) =>
      wanted.every(([column, text]) => row[Number(column) - 1] === text),
    );
    if (at === -1) throw new Error(`There is no row ${JSON.stringify(texts)}.`);
    return at + 1;
  }

  value(row: number, column: number): CellValue {
    return this.rows[row - 1]?.[column - 1] ?? null;
  }

  column(column: number): CellValue[] {
    return this.rows.map((row) => row[column - 1] ?? null);
  }

  cell(row: number, column: number) {
    return this.sheet.cells?.get(`${row - 1},${column - 1}`);
  }

  isLocked(row: number, column: number): boolean {
    return this.cell(row, column)?.style?.protection?.locked ?? true;
  }

  /** What may be typed into a cell, such as `F2`. */
  validation(address: string) {
    return this.sheet.dataValidations?.find(({ range }) => range.split(' ').includes(address));
  }

  set(row: number, column: number, value: string | number): void {
    const cells = this.rows[row - 1];
    if (cells) cells[column - 1] = value;
    const cell = this.cell(row, column);
    if (cell) Object.assign(cell, { value, type: typeof value });
  }

  hide(row: number): void {
    (this.sheet.rowDefs ??= new Map()).set(row - 1, { hidden: true });
  }

  insertRow(row: number): void {
    this.rows.splice(row - 1, 0, []);
    this.moveCells((at) => (at < row - 1 ? at : at + 1));
  }

  removeRow(row: number): void {
    this.rows.splice(row - 1, 1);
    this.moveCells((at) => (at === row - 1 ? null : at < row ? at : at - 1));
  }

  private moveCells(to: (row: number) => number | null): void {
    const cells = [...(this.sheet.cells ?? [])].flatMap(([place, cell]) => {
      const [row = 0, column = 0] = place.split(',').map(Number);
      const moved = to(row);
      return moved === null ? [] : [[`${moved},${column}`, cell] as const];
    });
    this.sheet.cells = new Map(cells);
  }
}

/** A workbook with one sheet; `more` adds what values cannot express. */
export const sheetOf = (rows: CellValue[][], more: Partial<WriteSheet> = {}): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Data', rows, ...more }] });
