import { type Decimal, type Numeric, dec } from '../values/decimal.ts';

export const PATH_KINDS = ['LINEAR', 'COMPOUND'] as const;
export type PathKind = (typeof PATH_KINDS)[number];

export interface PathPoint {
  year: number;
  value: Numeric;
}

/** The way a country has planned from its baseline to its target, with milestone years if any. */
export interface PlannedPath {
  baseline: PathPoint;
  target: PathPoint;
  points: readonly PathPoint[];
  kind: PathKind;
}

/**
 * `E(t)`, the value the plan expects in a year, unrounded: b up to t0, T from tT on, between them
 *
 *   LINEAR    E(t) = b + (T − b)(t − t0)/(tT − t0), piecewise through the points
 *   COMPOUND  E(t) = b·(T/b)^((t − t0)/(tT − t0)), without points and only if b, T > 0; else LINEAR
 *
 * Points outside the years between baseline and target are not part of the path and are ignored.
 * Source: methods.md 6 and 1.6 step 10.
 */
export function expectedAt({ baseline, target, points, kind }: PlannedPath, year: number): Decimal {
  if (year <= baseline.year) return dec(baseline.value);
  if (year >= target.year) return dec(target.value);
  const between = points
    .filter((point) => point.year > baseline.year && point.year < target.year)
    .sort((a, b) => a.year - b.year);
  if (kind === 'COMPOUND' && between.length === 0) return compoundBetween(baseline, target, year);
  const start = between.findLast((point) => point.year <= year) ?? baseline;
  const end = between.find((point) => point.year > year) ?? target;
  return linearBetween(start, end, year);
}

// Multiplies before it divides, so that a value the line reaches exactly stays exact.
function linearBetween(from: PathPoint, to: PathPoint, year: number): Decimal {
  const start = dec(from.value);
  const rise = dec(to.value).minus(start);
  return start.plus(rise.times(year - from.year).div(to.year - from.year));
}

function compoundBetween(from: PathPoint, to: PathPoint, year: number): Decimal {
  const start = dec(from.value);
  const end = dec(to.value);
  if (!start.greaterThan(0) || !end.greaterThan(0)) return linearBetween(from, to, year);
  return start.times(end.div(start).pow(dec(year - from.year).div(to.year - from.year)));
}
