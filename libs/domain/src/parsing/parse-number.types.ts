import type { MissingMark } from './missing-marks.ts';

export type DecimalMark = ',' | '.';

export type NumberProblem =
  | 'ACCOUNTING_NEGATIVE'
  | 'AMBIGUOUS_DASH'
  | 'AMBIGUOUS_SEPARATOR'
  | 'BAD_GROUPING'
  | 'DATE_LIKE'
  | 'EXCEL_ERROR'
  | 'FOOTNOTE_MARK'
  | 'LOOKALIKE_LETTER'
  | 'NON_ASCII_DIGIT'
  | 'NOT_A_NUMBER'
  | 'NOT_INTEGER'
  | 'RANGE_OR_FRACTION'
  | 'SCIENTIFIC'
  | 'TOO_MANY_DIGITS'
  | 'TRAILING_TEXT'
  | 'UNEXPECTED_PERCENT';

export type NumberWarning =
  'FOREIGN_SEPARATORS' | 'LOOKS_LIKE_THOUSANDS' | 'PERCENT_SIGN' | 'TEXT_MARKER';

export interface ParseNumberInput {
  text?: string | null;
  /** The decimal mark of the workbook or of the user's language; null or absent: unknown. */
  decimal?: DecimalMark | null;
  /** Only whole numbers are accepted. */
  integer?: boolean | null;
  /** SDMX unit of the indicator; PT (per cent) lets a per cent sign pass. */
  unit?: string | null;
}

export interface ParsedNumber {
  /** At most 15 significant digits, so that the double carries the decimal exactly. */
  value: number | null;
  missing: MissingMark | null;
  error: NumberProblem | null;
  warnings: NumberWarning[];
}
