import { type Decimal, type Numeric, dec, round, settle } from './decimal.ts';

/** A key that may be missing: missing counts as null (methods.md, conventions). */
export type Maybe<T> = T | null | undefined;

/** The exact decimal, or null for a missing value. Throws for text that is no number. */
export function decimalOrNull(value: Maybe<Numeric>): Decimal | null {
  return value === null || value === undefined ? null : dec(value);
}

/**
 * A result as it is printed: settled to 12 decimals, then rounded half away from zero.
 * Never −0, which would print and compare differently from 0.
 */
export function figure(x: Decimal, places?: number): number;
export function figure(x: Decimal | null, places?: number): number | null;
export function figure(x: Decimal | null, places = 4): number | null {
  return x === null ? null : asGiven(round(settle(x), places));
}

/** A share as a whole percent: 100 only for exactly 1, 0 only for exactly 0 (both after settling). */
export function wholePercent(share: Decimal): number;
export function wholePercent(share: Decimal | null): number | null;
export function wholePercent(share: Decimal | null): number | null {
  if (share === null) return null;
  const exact = settle(share);
  const percent = figure(exact.times(100), 0);
  return exact.isZero() || exact.equals(1) ? percent : Math.min(99, Math.max(1, percent));
}

/** A value as it was given, unrounded; never −0. */
export function asGiven(x: Decimal): number {
  return x.toNumber() + 0;
}

export function clamp(x: Decimal, low: Numeric, high: Numeric): Decimal {
  return x.lessThan(low) ? dec(low) : x.greaterThan(high) ? dec(high) : x;
}

/** Flags and codes of a result: sorted, without repeats. */
export function sortedFlags<T extends string>(flags: Iterable<T>): T[] {
  return [...new Set(flags)].sort();
}

/** How often each status occurs; a status that does not occur has no key. */
export function countBy<K extends string>(keys: Iterable<K>): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
