import { csvCell } from '@qadam/domain';
import type { ExportContext, ExportFormat, Pages } from '../export-format.ts';
import type { ReleasedRow } from '../released-rows.ts';
import { COLUMNS, isNumber, LEVEL_COLUMNS, valueOf, type Column } from './columns.ts';

interface Dialect {
  /** Written before everything else. */
  mark: string;
  delimiter: ',' | ';';
  decimal: '.' | ',';
  heading: (column: Pick<Column, 'name'>) => string;
}

/**
 * For programs: UTF-8 without a mark, commas, decimal dots, CRLF (RFC 4180), the same column names in every language.
 * A double click opens it in a spreadsheet all the same, so texts that look like formulas are defused here too.
 */
const forPrograms = (): Dialect => ({
  mark: '',
  delimiter: ',',
  decimal: '.',
  heading: ({ name }) => name,
});

/**
 * For a double click: a byte order mark, without which Excel takes Cyrillic letters for Windows-1251; the separators that
 * Excel expects where the language is spoken; headings in words.
 */
const forExcel = ({ lang, t }: ExportContext): Dialect => ({
  mark: '\uFEFF',
  ...(lang === 'en' ? { delimiter: ',', decimal: '.' } : { delimiter: ';', decimal: ',' }),
  heading: ({ name }) => t(`columns.${name}`),
});

type Table = (
  pages: Pages<ReleasedRow>,
  context: ExportContext,
  dialect: Dialect,
) => AsyncIterable<string>;
const values: Table = (pages, context, dialect) => lines(COLUMNS, pages, context, dialect);
/** How far the actions and indicators are, without the values. */
const levels: Table = (_pages, context, dialect) =>
  lines(LEVEL_COLUMNS, [context.contents.levels], context, dialect);

const format = (
  id: string,
  table: Table,
  dialectOf: (context: ExportContext) => Dialect,
): ExportFormat => ({
  id,
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  write: (pages, context) => table(pages, context, dialectOf(context)),
});

export const csv = format('csv', values, forPrograms);
export const csvForExcel = format('csv-for-excel', values, forExcel);
export const levelsCsv = format('levels-csv', levels, forPrograms);
export const levelsForExcel = format('levels-for-excel', levels, forExcel);

async function* lines<Row>(
  columns: readonly Column<Row>[],
  pages: Pages<Row>,
  context: ExportContext,
  { mark, delimiter, decimal, heading }: Dialect,
): AsyncGenerator<string> {
  const line = (cells: readonly string[]) => `${cells.join(delimiter)}\r\n`;
  yield mark + line(columns.map((column) => csvCell(heading(column))));
  const cell = (column: Column<Row>, row: Row) => {
    const value = valueOf(column, row, context) ?? '';
    return isNumber(column) ? value.replace('.', decimal) : csvCell(value);
  };
  for await (const page of pages)
    yield page.map((row) => line(columns.map((column) => cell(column, row)))).join('');
}
