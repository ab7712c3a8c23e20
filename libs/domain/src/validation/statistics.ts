import { type Decimal, dec } from '../values/decimal.ts';

export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), dec(0));
}

/** The mean of at least one value. */
export function mean(values: readonly Decimal[]): Decimal {
  return sum(values).div(values.length);
}

/** The median of at least one value; for an even number of values the mean of the middle two. */
export function median(values: readonly Decimal[]): Decimal {
  const sorted = values.toSorted((a, b) => a.comparedTo(b));
  const half = sorted.length / 2;
  return mean(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}

/** How far each value lies from the centre. */
export function deviations(values: readonly Decimal[], centre: Decimal): Decimal[] {
  return values.map((value) => value.minus(centre).abs());
}

/** Sample standard deviation (n − 1), of at least two values. */
export function standardDeviation(values: readonly Decimal[]): Decimal {
  const squares = deviations(values, mean(values)).map((deviation) => deviation.pow(2));
  return sum(squares)
    .div(values.length - 1)
    .sqrt();
}
