import { CODED_FIELDS, type CodedField, ROW_FIELDS, type RowField } from '@qadam/domain';
import type { SourceRow } from './formats/format.ts';
import type { ImportProblem } from './import-problem.ts';

/** What texts of a file stand for, by field; null: rows with it are left out. Only what was not understood is asked. */
export type Codes = Partial<Record<CodedField, Readonly<Record<string, string | null>>>>;

/** What was put right in one row; or that it is left out, or (false) is not, whatever is said of its texts. */
export interface RowFix {
  cells?: Partial<Record<RowField, string>>;
  leftOut?: boolean;
}

/** By the number of their row. */
export type RowFixes = Readonly<Record<string, RowFix>>;

/** What a person said of a file, apart from its columns. */
export interface Answers {
  codes: Codes;
  mends: RowFixes;
}

export const NO_ANSWERS: Answers = { codes: {}, mends: {} };

/** A longer text is no code: it is put right in its row. */
export const MAX_CODE_LENGTH = 200;

/** The text is not known: a person can say what it means. */
const UNKNOWN: ReadonlySet<string> = new Set([
  'UNKNOWN_INDICATOR',
  'UNKNOWN_AREA',
  'UNKNOWN_CODE',
  'UNKNOWN_STATUS',
  'NOT_A_YEAR',
  'TWO_DIGIT_YEAR',
]);

/** The text is known and this return does not take it: its rows can be left out, and never renamed. */
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

/** A row as a person put it right: what was found wrong with a cell of the file is no longer so. */
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

/** What a person said of the text that a problem is about: the code it stands for, or (code null) that its rows are left out. */
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
