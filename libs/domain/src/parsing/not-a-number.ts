import type { NumberProblem } from './parse-number.types.ts';

const DAY_MONTH_YEAR = /^\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?:\s*г(?:\.|ода?)?)?$/;
const YEAR_MONTH_DAY = /^\d{4}([./-])\d{1,2}\1\d{1,2}(?:[T\s].*)?$/;

const MONTH = [
  'янв(?:ар[ья])?|фев(?:рал[ья])?|мар(?:т|та)?|апр(?:ел[ья])?|ма[йя]|ию[нл][ья]?|авг(?:уст|уста)?',
  'сен(?:т|тябр[ья])?|окт(?:ябр[ья])?|ноя(?:б|бр[ья])?|дек(?:абр[ья])?',
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?',
  'sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
].join('|');
const YEAR = String.raw`(?:[\s.,/-]*(?:\d{4}|\d{2}))?(?:\s*г(?:\.|ода?)?)?`;
const DAY_MONTH = new RegExp(String.raw`^\d{1,2}[\s./-]*(?:${MONTH})\.?${YEAR}$`, 'iu');
const MONTH_DAY = new RegExp(String.raw`^(?:${MONTH})[\s./-]*\d{1,4}$`, 'iu');

/**
 * Whether a cell looks like a date, in digits or with a month in Russian or English: the trace of a
 * number such as 3.12 that a spreadsheet took for 3 December. Never converted back silently.
 * Source: methods.md 8.2 and 8.3 step 9.
 */
function isDateLike(clean: string): boolean {
  return [DAY_MONTH_YEAR, YEAR_MONTH_DAY, DAY_MONTH, MONTH_DAY].some((date) => date.test(clean));
}

const EXCEL_ERROR = /^#(?:[\p{L}\d/_]+[!?]|N\/A|Н\/Д|GETTING_DATA)$/iu;
const LONE_DASH = /^[-–—−‑‒]$/;
const FOOTNOTE_MARK = /[²³¹\u2070-\u209F¼-¾\u2150-\u215F\u2189]/;
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/u;
const ACCOUNTING_NEGATIVE = /^\(.*\)$/;

const FIGURE = String.raw`\d[\d\s.,'’]*`;
const SCIENTIFIC = /^\d+(?:[.,]\d+)?[eе][+\-−–]?\d+$/iu;
const RANGE_OR_FRACTION = new RegExp(`^${FIGURE}(?:[-–—−‑‒/:]\\s*[+−-]?${FIGURE})+$`);
/** A digit, or a letter that looks like one; below they are grouped and have decimals as numbers do: `1 О00,5`. */
const SEEMING_DIGIT = String.raw`[\dOОoоlІIЗзбЬ]`;
const ONLY_LOOKALIKES = new RegExp(
  String.raw`^${SEEMING_DIGIT}+(?:[.,]${SEEMING_DIGIT}+|[\s'’]${SEEMING_DIGIT}{3})*$`,
);
const LETTER = /\p{L}/u;

export function isExcelError(clean: string): boolean {
  return EXCEL_ERROR.test(clean);
}

/** What a whole cell seems to be instead of a number; null if nothing of these. Source: methods.md 8.3 steps 5 to 9. */
export function problemOfCell(clean: string): NumberProblem | null {
  if (LONE_DASH.test(clean)) return 'AMBIGUOUS_DASH';
  if (FOOTNOTE_MARK.test(clean)) return 'FOOTNOTE_MARK';
  if (FOREIGN_DIGIT.test(clean)) return 'NON_ASCII_DIGIT';
  if (ACCOUNTING_NEGATIVE.test(clean)) return 'ACCOUNTING_NEGATIVE';
  return isDateLike(clean) ? 'DATE_LIKE' : null;
}

/**
 * What the text, without per cent sign and sign, seems to be instead of a number. A letter that looks like a
 * digit is reported, never replaced by a guess. Source: methods.md 8.3 steps 12 to 14.
 */
export function problemOfFigure(unsigned: string): NumberProblem | null {
  if (SCIENTIFIC.test(unsigned)) return 'SCIENTIFIC';
  if (RANGE_OR_FRACTION.test(unsigned)) return 'RANGE_OR_FRACTION';
  if (!LETTER.test(unsigned)) return null;
  if (ONLY_LOOKALIKES.test(unsigned)) return 'LOOKALIKE_LETTER';
  return /^\d/.test(unsigned) ? 'TRAILING_TEXT' : 'NOT_A_NUMBER';
}
