import { type Decimal, dec } from '../values/decimal.ts';
import type { Point } from './observed-series.ts';
import { quantile, sortedDecimals } from './quantile.ts';

/** The change per year in the recent past, unrounded. */
export interface Slopes {
  low: Decimal;
  median: Decimal;
  high: Decimal;
}

/**
 * The Theil–Sen pace: the median of all pairwise slopes (x_j − x_i)/(t_j − t_i), i < j, with their
 * type-7 10 % and 90 % quantiles. One outlier does not move it. Null for fewer than three points.
 * Source: methods.md 1.6 step 7.
 */
export function slopesOf(points: readonly Point[]): Slopes | null {
  if (points.length < 3) return null;
  const slopes = sortedDecimals(
    points.flatMap((from, index) =>
      points
        .slice(index + 1)
        .map((to) => to.value.minus(from.value).div(dec(to.year).minus(from.year))),
    ),
  );
  const [low, median, high] = [
    quantile(slopes, '0.1'),
    quantile(slopes, '0.5'),
    quantile(slopes, '0.9'),
  ];
  return low && median && high && { low, median, high };
}
