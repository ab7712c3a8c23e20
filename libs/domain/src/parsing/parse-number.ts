import { readDecimalText } from '../values/decimal-text.ts';
import { cleanText, withoutTextMarker } from './clean-text.ts';
import { missingMark } from './missing-marks.ts';
import { isExcelError, problemOfCell, problemOfFigure } from './not-a-number.ts';
import type {
  NumberProblem,
  NumberWarning,
  ParsedNumber,
  ParseNumberInput,
} from './parse-number.types.ts';
import { readSeparators } from './separators.ts';

const SIGN = /^[+\-−–](?=\d)/;

/**
 * Reads the text of a cell as a number, the way people of six languages type one. The first match decides;
 * a doubt is an error with a code, never a guess. Warnings name unusual spellings that were understood,
 * and are given even beside an error.
 *
 * The value is in the unit of the indicator (`12,5 %` is 12.5), unrounded. Never throws.
 * Source: methods.md 8.3.
 */
export function parseNumber(input: ParseNumberInput): ParsedNumber {
  const warnings: NumberWarning[] = [];
  const refuse = (error: NumberProblem): ParsedNumber => ({
    value: null,
    missing: null,
    error,
    warnings,
  });

  const typed = cleanText(input.text);
  const cell = withoutTextMarker(typed);
  if (cell !== typed) warnings.push('TEXT_MARKER');
  if (isExcelError(cell)) return refuse('EXCEL_ERROR');
  const missing = missingMark(cell);
  if (missing !== null) return { value: null, missing, error: null, warnings };
  const notANumber = problemOfCell(cell);
  if (notANumber !== null) return refuse(notANumber);

  const percent = cell.endsWith('%');
  if (percent && input.unit !== 'PT') return refuse('UNEXPECTED_PERCENT');
  if (percent) warnings.push('PERCENT_SIGN');
  const signed = percent ? cell.slice(0, -1).trim() : cell;
  const unsigned = signed.replace(SIGN, '');
  const notAFigure = problemOfFigure(unsigned);
  if (notAFigure !== null) return refuse(notAFigure);

  const read = readSeparators(unsigned, input.decimal ?? null);
  if (read.problem !== null) return refuse(read.problem);
  if (read.warning !== null) warnings.push(read.warning);
  const { text: exact } = readDecimalText(read.digits);
  if (exact === null) return refuse('TOO_MANY_DIGITS');
  if (input.integer === true && exact.includes('.')) return refuse('NOT_INTEGER');
  const negative = /^[-−–]/.test(signed);
  return { value: signedNumber(negative, exact), missing: null, error: null, warnings };
}

// Subtracts from 0, because 0 − 0 is 0; −0 would print and compare as another number.
function signedNumber(negative: boolean, digits: string): number {
  return negative ? 0 - Number(digits) : Number(digits);
}
