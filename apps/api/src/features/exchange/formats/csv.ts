import { exportCsvCell } from '@qadam/domain';
import type { ExportContext, ExportFormat } from '../export-format.ts';
import type { ReleasedRow } from '../released-row.ts';
import { COLUMNS, isNumber, type Column } from './columns.ts';

interface Dialect {
  delimiter: ',' | ';';
  decimal: '.' | ',';
  heading: (column: Column) => string;
}

/**
 * For programs: UTF-8 without a mark, commas, decimal dots, CRLF (RFC 4180), the same column names in every language.
 * A double click opens it in a spreadsheet all the same, so texts that look like formulas are defused here too.
 */
export const csv: ExportFormat = {
  id: 'csv',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  write: (pages, context) =>
    lines(pages, context, { delimiter: ',', decimal: '.', heading: ({ name }) => name }),
};

/**
 * For a double click: a byte order mark, without which Excel takes Cyrillic letters for Windows-1251; the separators that
 * Excel expects where the language is spoken; headings in words.
 */
export const csvForExcel: ExportFormat = {
  id: 'csv-for-excel',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  async *write(pages, context) {
    yield '\uFEFF';
    yield* lines(pages, context, {
      ...(context.lang === 'en'
        ? { delimiter: ',', decimal: '.' }
        : { delimiter: ';', decimal: ',' }),
      heading: ({ name }) => context.t(`columns.${name}`),
    });
  },
};

/** One piece of text for each page of rows. */
async function* lines(
  pages: AsyncIterable<readonly ReleasedRow[]>,
  context: ExportContext,
  { delimiter, decimal, heading }: Dialect,
): AsyncGenerator<string> {
  const text = (value: string) => exportCsvCell({ value }).cell;
  const number = (value: string) => (decimal === '.' ? value : value.replace('.', decimal));
  yield `${COLUMNS.map((column) => text(heading(column))).join(delimiter)}\r\n`;
  for await (const page of pages) {
    let piece = '';
    for (const row of page) {
      const cells = COLUMNS.map((column) => {
        const value = column.of(row, context);
        if (value === null) return '';
        return isNumber(column) ? number(value) : text(value);
      });
      piece += `${cells.join(delimiter)}\r\n`;
    }
    yield piece;
  }
}
