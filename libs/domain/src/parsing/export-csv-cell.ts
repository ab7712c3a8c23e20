import { decimalText } from '../values/decimal-text.ts';
import { Decimal } from '../values/decimal.ts';

export interface ExportCsvCellInput {
  value?: string | number | boolean | Decimal | null;
}

/** Characters with which a spreadsheet starts a formula, wide ones included. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/** Quotes, line ends, and every delimiter that `readCsv` may take a file for. */
const NEEDS_QUOTES = /[",;|\t\r\n]/;

/**
 * One cell of a CSV file for people. A text that a spreadsheet would run as a formula gets a leading
 * apostrophe and quotes; a number stays a number, negative ones included, with a decimal dot and never an
 * exponent. Null is an empty cell. Source: OWASP ASVS 1.2.10, methods.md 8.2.
 *
 * @throws for NaN and Infinity, which are never published.
 */
export function csvCell(value: ExportCsvCellInput['value']): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return textCell(value);
  if (!new Decimal(value).isFinite())
    throw new RangeError(`Not a publishable number: ${String(value)}`);
  return decimalText(value);
}

/** The cells of one line, between commas. */
export const csvLine = (cells: readonly ExportCsvCellInput['value'][]): string =>
  cells.map(csvCell).join(',');

/**
 * `csvCell` in the form of the shared vectors.
 * @public
 */
export function exportCsvCell({ value }: ExportCsvCellInput): { cell: string } {
  return { cell: csvCell(value) };
}

function textCell(text: string): string {
  const formula = FORMULA_START.test(text);
  if (!formula && !NEEDS_QUOTES.test(text)) return text;
  return `"${formula ? "'" : ''}${text.replaceAll('"', '""')}"`;
}
