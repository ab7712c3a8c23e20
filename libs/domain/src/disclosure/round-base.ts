import { dec, settle, type Numeric } from '../values/decimal.ts';

export interface RoundBaseInput {
  readonly value: Numeric;
  /** 5 in the product: 0, 5, 10 … */
  readonly base: number;
}

/**
 * Rounds a count to the nearest multiple of the base, ties up, as an alternative to hiding for maps
 * and long lists. Totals are rounded independently, so tables do not add up. Never beside a table
 * with hidden cells: one unlocks the other. Source: methods.md 2.4.
 * @public
 */
export function roundBase({ value, base }: RoundBaseInput): { readonly value: number } {
  const multiples = settle(dec(value).div(base).plus('0.5')).floor();
  return { value: multiples.times(base).toNumber() };
}
