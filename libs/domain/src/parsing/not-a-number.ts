import { isDateLike } from './date-like.ts';
import type { NumberProblem } from './parse-number.types.ts';

const EXCEL_ERROR = /^#(?:[\p{L}\d/_]+[!?]|N\/A|Н\/Д|GETTING_DATA)$/iu;
const LONE_DASH = /^[-–—−‑‒]$/;
const FOOTNOTE_MARK = /[²³¹\u2070-\u209F¼-¾\u2150-\u215F\u2189]/;
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/u;
const ACCOUNTING_NEGATIVE = /^\(.*\)$/;

const FIGURE = String.raw`\d[\d\s.,'’]*`;
const SCIENTIFIC = /^\d+(?:[.,]\d+)?[eе][+\-−–]?\d+$/iu;
const RANGE_OR_FRACTION = new RegExp(`^${FIGURE}(?:[-–—−‑‒/:]\\s*[+−-]?${FIGURE})+$`);
/** A digit, or a letter that looks like one; grouped and with decimals as a number is: `1 О00,5`. */
const SEEMING_DIGIT = String.raw`[\dOОoоlІIЗзбЬ]`;
const ONLY_LOOKALIKES = new RegExp(
  String.raw`^${SEEMING_DIGIT}+(?:[.,]${SEEMING_DIGIT}+|[\s'’]${SEEMING_DIGIT}{3})*$`,
);
const LETTER = /\p{L}/u;

export function isExcelError(clean: string): boolean {
  return EXCEL_ERROR.test(clean);
}

/** What a whole cell may be instead of a number. Source: methods.md 8.3 steps 5 to 9. */
export function problemOfCell(clean: string): NumberProblem | null {
  if (LONE_DASH.test(clean)) return 'AMBIGUOUS_DASH';
  if (FOOTNOTE_MARK.test(clean)) return 'FOOTNOTE_MARK';
  if (FOREIGN_DIGIT.test(clean)) return 'NON_ASCII_DIGIT';
  if (ACCOUNTING_NEGATIVE.test(clean)) return 'ACCOUNTING_NEGATIVE';
  return isDateLike(clean) ? 'DATE_LIKE' : null;
}

/**
 * What the text without per cent sign and sign may be instead of a number. A letter that looks like a
 * digit is named, never guessed. Source: methods.md 8.3 steps 12 to 14.
 */
export function problemOfFigure(unsigned: string): NumberProblem | null {
  if (SCIENTIFIC.test(unsigned)) return 'SCIENTIFIC';
  if (RANGE_OR_FRACTION.test(unsigned)) return 'RANGE_OR_FRACTION';
  if (!LETTER.test(unsigned)) return null;
  if (ONLY_LOOKALIKES.test(unsigned)) return 'LOOKALIKE_LETTER';
  return /^\d/.test(unsigned) ? 'TRAILING_TEXT' : 'NOT_A_NUMBER';
}
