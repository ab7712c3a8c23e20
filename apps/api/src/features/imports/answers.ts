import { CODED_FIELDS, type CodedField, ROW_FIELDS, type RowField } from '@qadam/domain';
import type { SourceRow } from './formats/format.ts';
import type { ImportProblem } from './import-problem.ts';

/** What a person said the texts of a file mean, by field; null: rows with that text are left out. People are asked about unknown texts only. */
export type Codes = Partial<Record<CodedField, Readonly<Record<string, string | null>>>>;

/** A correction of one row. `leftOut` true leaves the row out; false keeps it, even where the answer for one of its texts would leave it out. */
export interface RowFix {
  cells?: Partial<Record<RowField, string>>;
  leftOut?: boolean;
}

/** The key is the row number. */
export type RowFixes = Readonly<Record<string, RowFix>>;

/** What a person answered about a file, apart from its columns. */
export interface Answers {
  codes: Codes;
  mends: RowFixes;
}

export const NO_ANSWERS: Answers = { codes: {}, mends: {} };

/** A longer text is not a code; it can only be corrected in its row. */
export const MAX_CODE_LENGTH = 200;

/** Problems with a text that is not known: a person can say what it means. */
const UNKNOWN: ReadonlySet<string> = new Set([
  'UNKNOWN_INDICATOR',
  'UNKNOWN_AREA',
  'UNKNOWN_CODE',
  'UNKNOWN_STATUS',
  'NOT_A_YEAR',
  'TWO_DIGIT_YEAR',
]);

/** Problems with a text that is known but that this return does not accept: its rows can be left out, but it cannot get another meaning. */
const NOT_TAKEN: ReadonlySet<string> = new Set([
  'OTHER_AREA',
  'NOT_ASSIGNED',
  'NOT_BROKEN_DOWN',
  'PART_NOT_ASKED',
  'PERIOD_RANGE',
  'NOT_ANNUAL',
]);

export const canMean = (code: string): boolean => UNKNOWN.has(code);
export const ASKED_CODES: readonly string[] = [...UNKNOWN, ...NOT_TAKEN];

/** The row with a person's corrections; problems with the corrected fields are dropped, as they were about the text in the file. */
export function withRowFix(row: SourceRow, rowFix: RowFix | undefined): SourceRow {
  const fixes = rowFix?.cells;
  if (fixes === undefined) return row;
  const cells = { ...row.cells };
  for (const field of ROW_FIELDS) {
    const text = fixes[field];
    if (text !== undefined) cells[field] = { text, column: cells[field]?.column ?? '' };
  }
  const isOpen = ({ field }: ImportProblem) => field == null || !(field in fixes);
  return { ...row, cells, problems: row.problems.filter(isOpen) };
}

/** A person's answer for the text that a problem is about: the code it stands for, or (code null) that its rows are left out. */
export function answerTo(
  { code, field, severity }: ImportProblem,
  row: SourceRow,
  codes: Codes,
): { field: CodedField; code: string | null } | null {
  const coded = CODED_FIELDS.find((one) => one === field);
  if (coded === undefined || severity !== 'ERROR') return null;
  const fixes = codes[coded];
  const text = row.cells[coded]?.text.trim() ?? '';
  if (fixes === undefined || !Object.hasOwn(fixes, text)) return null;
  const meant = fixes[text] ?? null;
  const fits = meant === null ? ASKED_CODES.includes(code) : canMean(code);
  return fits ? { field: coded, code: meant } : null;
}

export const rowFixOf = ({ mends }: Answers, { number }: SourceRow): RowFix | undefined =>
  number === undefined ? undefined : mends[String(number)];
