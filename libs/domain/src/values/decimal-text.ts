import { type Numeric, dec } from './decimal.ts';

/** The significant digits that a spreadsheet, a double and our decimals all keep without loss. */
const MAX_SIGNIFICANT_DIGITS = 15;

/** The decimals that the database column can hold: `numeric(30, 15)`. */
const MAX_PLACES = 15;

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

export type DecimalTextProblem = 'NOT_A_DECIMAL' | 'TOO_MANY_DIGITS';

export type DecimalText =
  { text: string; problem: null } | { text: null; problem: DecimalTextProblem };

/**
 * Reads a value as it is sent over the wire: plain digits with an optional minus and decimal dot, and nothing
 * else: no exponent, no plus, no spaces, no NaN, no Infinity. The result is its one canonical spelling,
 * without superfluous zeros (`-0` is `0`, `12.50` is `12.5`). Nothing is ever rounded: more than 15
 * significant digits, or more than 15 decimals, are refused.
 *
 * Source: domain.md invariant 7 (exact decimals from the keyboard to the chart), methods.md 8.3 step 16.
 */
export function readDecimalText(text: string): DecimalText {
  const match = PLAIN.exec(text);
  if (match === null) return { text: null, problem: 'NOT_A_DECIMAL' };
  const [, minus = '', leading = '', trailing = ''] = match;
  const whole = leading.replace(/^0+(?=\d)/, '');
  const places = trailing.replace(/(?<!0)0+$/, '');
  const digits = `${whole}${places}`.replace(/^0+/, '');
  if (digits.length > MAX_SIGNIFICANT_DIGITS || places.length > MAX_PLACES) {
    return { text: null, problem: 'TOO_MANY_DIGITS' };
  }
  const unsigned = places === '' ? whole : `${whole}.${places}`;
  return { text: digits === '' ? '0' : `${minus}${unsigned}`, problem: null };
}

/** A number as it is sent over the wire: canonical, without an exponent (1e-7 is 0.0000001), never −0. */
export function decimalText(value: Numeric): string {
  const text = String(value);
  if (typeof value === 'number' && !text.includes('e')) return text; // String(-0) is '0'
  const exact = dec(value);
  return exact.isZero() ? '0' : exact.toFixed();
}
