import { type Decimal, type Numeric, dec } from '../values/decimal.ts';

/**
 * Type-7 quantile of sorted values s_0 … s_(n−1), unrounded: h = (n − 1)q,
 * Q = s_⌊h⌋ + (h − ⌊h⌋)(s_(⌊h⌋+1) − s_⌊h⌋). Null for no values. Source: methods.md 1.6 step 7.
 */
export function quantile(sorted: readonly Decimal[], q: Numeric): Decimal | null {
  const h = dec(q).times(sorted.length - 1);
  const floor = h.floor();
  const below = sorted[floor.toNumber()];
  if (below === undefined) return null;
  const above = sorted[floor.toNumber() + 1] ?? below;
  return below.plus(h.minus(floor).times(above.minus(below)));
}

/** Type-7 median of values in any order, unrounded; null for no values. */
export function median(values: readonly Decimal[]): Decimal | null {
  return quantile(sortedDecimals(values), '0.5');
}

export function sortedDecimals(values: readonly Decimal[]): Decimal[] {
  return [...values].sort((a, b) => a.comparedTo(b));
}
