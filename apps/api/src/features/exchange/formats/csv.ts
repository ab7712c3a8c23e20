import { exportCsvCell } from '@qadam/domain';
import type { ExportContext, ExportFormat } from '../export-format.ts';
import { COLUMNS, isNumber, type Column } from './columns.ts';
import { LEVEL_COLUMNS } from './level-columns.ts';

interface Dialect {
  delimiter: ',' | ';';
  decimal: '.' | ',';
  heading: (column: Pick<Column, 'name'>) => string;
}

const CSV = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
} as const;
const MACHINE: Dialect = { delimiter: ',', decimal: '.', heading: ({ name }) => name };

/**
 * For programs: UTF-8 without a mark, commas, decimal dots, CRLF (RFC 4180), the same column names in every language.
 * A double click opens it in a spreadsheet all the same, so texts that look like formulas are defused here too.
 */
export const csv: ExportFormat = {
  id: 'csv',
  ...CSV,
  write: (pages, context) => lines(COLUMNS, pages, context, MACHINE),
};

/**
 * For a double click: a byte order mark, without which Excel takes Cyrillic letters for Windows-1251; the separators that
 * Excel expects where the language is spoken; headings in words.
 */
export const csvForExcel: ExportFormat = {
  id: 'csv-for-excel',
  ...CSV,
  async *write(pages, context) {
    yield '\uFEFF';
    yield* lines(COLUMNS, pages, context, dialectOf(context));
  },
};

/** How far the actions and indicators are, without the values; in both dialects. */
export const levelsCsv: ExportFormat = {
  id: 'levels-csv',
  ...CSV,
  write: (_pages, context) =>
    lines(LEVEL_COLUMNS, pagesOf(context.contents.levels), context, MACHINE),
};
export const levelsForExcel: ExportFormat = {
  id: 'levels-for-excel',
  ...CSV,
  async *write(_pages, context) {
    yield '\uFEFF';
    yield* lines(LEVEL_COLUMNS, pagesOf(context.contents.levels), context, dialectOf(context));
  },
};

async function* pagesOf<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield await Promise.resolve(rows);
}

const dialectOf = ({ lang, t }: ExportContext): Dialect => ({
  ...(lang === 'en' ? { delimiter: ',', decimal: '.' } : { delimiter: ';', decimal: ',' }),
  heading: ({ name }) => t(`columns.${name}`),
});

async function* lines<Row>(
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>,
  context: ExportContext,
  { delimiter, decimal, heading }: Dialect,
): AsyncGenerator<string> {
  const text = (value: string) => exportCsvCell({ value }).cell;
  const number = (value: string) => (decimal === '.' ? value : value.replace('.', decimal));
  yield `${columns.map((column) => text(heading(column))).join(delimiter)}\r\n`;
  for await (const page of pages) {
    let piece = '';
    for (const row of page) {
      const cells = columns.map((column) => {
        const value = column.of(row, context);
        if (value === null) return '';
        return isNumber(column) ? number(value) : text(value);
      });
      piece += `${cells.join(delimiter)}\r\n`;
    }
    yield piece;
  }
}
