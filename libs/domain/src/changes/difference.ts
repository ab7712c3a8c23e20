import { dec, type Numeric } from '../values/decimal.ts';

/**
 * By how much a value changed, and the same as a share of |from|, both rounded to four decimals as figures are (values/figure.ts). `relative`
 * is null if the value was 0; the result is null if both are equal. Computed with whole numbers, which is as exact as decimals and takes a
 * tenth of the time. Throws for text that is no number.
 */
export function difference(
  from: Numeric,
  to: Numeric,
): { change: number; relative: number | null } | null {
  const [before, after] = [plain(from), plain(to)];
  const places = Math.max(placesOf(before), placesOf(after));
  const [earlier, later] = [whole(before, places), whole(after, places)];
  if (earlier === later) return null;
  const change = later - earlier;
  return {
    change: quotient(change, 10n ** BigInt(places)),
    relative: earlier === 0n ? null : quotient(change, earlier < 0n ? -earlier : earlier),
  };
}

/** A number as the database and files write it. */
const PLAIN = /^-?\d+(\.\d+)?$/;

/** A number as text without an exponent; throws for text that is no number. */
export function plain(given: Numeric): string {
  const text = String(given);
  return PLAIN.test(text) ? text : dec(given).toFixed();
}

function placesOf(text: string): number {
  const point = text.indexOf('.');
  return point === -1 ? 0 : text.length - point - 1;
}

function whole(text: string, places: number): bigint {
  return BigInt(text.replace('.', '') + '0'.repeat(places - placesOf(text)));
}

/** Rounds to twelve decimals and then to four, each time half away from zero. */
function quotient(dividend: bigint, divisor: bigint): number {
  const settled = divided(dividend * 10n ** 12n, divisor);
  return Number(`${String(divided(settled, 10n ** 8n))}e-4`);
}

function divided(dividend: bigint, divisor: bigint): bigint {
  const half = dividend < 0n ? -divisor : divisor;
  return (2n * dividend + half) / (2n * divisor);
}
