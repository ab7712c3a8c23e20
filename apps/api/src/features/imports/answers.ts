import type { CodedField, RowField } from '@qadam/domain';

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
]);

export const canMean = (code: string): boolean => UNKNOWN.has(code);
export const canBeLeftOut = (code: string): boolean => UNKNOWN.has(code) || NOT_TAKEN.has(code);
export const ASKED_CODES: readonly string[] = [...UNKNOWN, ...NOT_TAKEN];
