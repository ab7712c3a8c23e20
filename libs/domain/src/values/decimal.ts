import { Decimal as Base } from 'decimal.js';

/**
 * Decimals of 60 significant digits, rounded half away from zero: our own constructor, so that a
 * `Decimal.set` elsewhere cannot change a published figure. Source: methods.md, conventions (at least 30 digits).
 */
export const Decimal = Base.clone({
  precision: 60,
  rounding: Base.ROUND_HALF_UP,
  toExpNeg: -100,
  toExpPos: 100,
  defaults: true,
});
export type Decimal = Base;

/** A number from a form, a file or the database. As text it is exact, as a double it may not be. */
export type Numeric = number | string | Decimal;

/** The exact decimal. Throws for text that is no number. */
export function dec(x: Numeric): Decimal {
  return new Decimal(x);
}

/** Rounds half away from zero, to `places` decimals. */
export function round(x: Decimal, places: number): Decimal {
  return x.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
}

/**
 * Rounds to 12 decimals. Applied before every floor, ceiling, comparison with a threshold and final
 * rounding, so that a fraction library and a decimal library agree. Source: methods.md, conventions.
 */
export function settle(x: Decimal): Decimal {
  return round(x, 12);
}

/** Text with exactly `places` decimals, half away from zero: `decimals('1.005', 2)` is 1.01. Never −0. */
export function decimals(value: Numeric, places: number): string {
  return round(dec(value), places).toFixed(places);
}
