import { type Decimal, dec, settle } from '../values/decimal.ts';
import { figure } from '../values/figure.ts';
import type { Point } from './observed-series.ts';
import type { Projection, YearReached } from './project.types.ts';
import type { Slopes } from './slopes.ts';
import type { Goal } from './target.ts';

const HORIZON_YEARS = 50;

/** The natural limits of the printed value. */
export interface Limits {
  min: Decimal | null;
  max: Decimal | null;
}

interface Fan {
  projection: NonNullable<Projection['projection']>;
  /** Was a line cut, because it left the natural limits or went beyond a target of direction TOWARDS? */
  clamped: boolean;
}

/**
 * The values at the target year, v(s) = x + s(tT − t) for the low, median and high slope: a TOWARDS
 * line stops at T, then every line at the natural limits. Half away from zero to `decimals`.
 * Source: methods.md 1.6 step 16.
 */
export function projectFan(
  latest: Point,
  slopes: Slopes,
  goal: Goal,
  targetYear: number,
  { min, max, decimals }: Limits & { decimals: number },
): Fan {
  let clamped = false;
  const at = (slope: Decimal): number => {
    const line = settle(latest.value.plus(slope.times(targetYear - latest.year)));
    let value = goal.direction === 'TOWARDS' ? stopAt(goal.value, latest.value, line) : line;
    if (min?.greaterThan(value)) value = min;
    if (max?.lessThan(value)) value = max;
    clamped ||= !value.equals(line);
    return figure(value, decimals);
  };
  const [low, central, high] = [at(slopes.low), at(slopes.median), at(slopes.high)];
  return { projection: { year: targetYear, low, central, high }, clamped };
}

/**
 * The year each slope reaches the target: t + ⌈D/|s|⌉ with D = |T − x| (TOWARDS less the tolerance);
 * NEVER if it leads away from the target or takes until more than 50 years after asOf. `low` is the
 * earlier year of the two outer slopes, `high` the later. Source: methods.md 1.6 step 17.
 */
export function yearsReached(
  latest: Point,
  slopes: Slopes,
  goal: Goal,
  asOf: number,
): NonNullable<Projection['yearReached']> {
  const way = goal.value.minus(latest.value);
  const slack = goal.direction === 'TOWARDS' ? goal.tolerance : dec(0);
  const distance = way.abs().minus(slack);
  const reached = (slope: Decimal): YearReached => {
    if (settle(slope).times(way).lessThanOrEqualTo(0)) return 'NEVER';
    const year = latest.year + settle(distance.div(slope.abs())).ceil().toNumber();
    return year > asOf + HORIZON_YEARS ? 'NEVER' : year;
  };
  const outer = [reached(slopes.low), reached(slopes.high)] as const;
  const [low, high] = isLater(outer[0], outer[1]) ? [outer[1], outer[0]] : outer;
  return { low, central: reached(slopes.median), high };
}

function isLater(a: YearReached, b: YearReached): boolean {
  return b !== 'NEVER' && (a === 'NEVER' || a > b);
}

function stopAt(target: Decimal, start: Decimal, line: Decimal): Decimal {
  const passed = start.lessThan(target) ? line.greaterThan(target) : line.lessThan(target);
  return passed ? target : line;
}
