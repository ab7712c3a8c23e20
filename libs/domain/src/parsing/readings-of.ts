import { decimalText } from '../values/decimal-text.ts';
import { parseNumber } from './parse-number.ts';
import type { ParseNumberInput } from './parse-number.types.ts';

/** The two numbers that one text can mean, as exact decimals. */
export interface Readings {
  thousands: string;
  decimals: string;
}

/**
 * Both meanings of a text such as `1,234` or `-7.250 %`, whose only mark comes three digits before the
 * end; null where there is one meaning, or none. Only the author can say which one was meant.
 * Source: methods.md 8.3 step 15.
 */
export function readingsOf({
  text,
  unit,
}: Pick<ParseNumberInput, 'text' | 'unit'>): Readings | null {
  const typed = text ?? '';
  if (parseNumber({ text: typed, unit: unit ?? null }).error !== 'AMBIGUOUS_SEPARATOR') return null;
  const mark = typed.includes(',') ? ',' : '.';
  const decimals = parseNumber({ text: typed, decimal: mark, unit: unit ?? null }).value;
  const thousands = parseNumber({ text: typed.replace(mark, ''), unit: unit ?? null }).value;
  if (decimals === null || thousands === null) return null;
  return { thousands: decimalText(thousands), decimals: decimalText(decimals) };
}
