import type { IndicatorKind } from '../progress/target.ts';
import { dec, type Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';

/** How many times a first value may be larger or smaller than a figure that is known, and still be near it. */
export const NEAR_FACTOR = 10;

/** What is known beside a first value, from before or from elsewhere. */
export interface KnownFigures {
  /** Of the same country and year, out of another source. */
  otherSources: readonly Numeric[];
  /** The latest value of each other country. */
  neighbours: readonly Numeric[];
  /** Of the whole that it is a part of. */
  whole?: Maybe<Numeric>;
}

export interface FirstValue {
  kind: IndicatorKind;
  value: Numeric;
  /** Natural limits, both inclusive; absent: none. */
  min?: Maybe<Numeric>;
  max?: Maybe<Numeric>;
  /** Is it a count? Counts grow with the country. */
  counts: boolean;
  /** Is it said where the value comes from? */
  hasSource: boolean;
  known: KnownFigures;
}

/**
 * Can a first value be accepted with the others, although no earlier year stands beside it? In the first year of a framework
 * every value is a first one: looked at one by one, they would hide the few that are wrong. It can, if it lies within its natural
 * limits, says its source, and
 *
 * - a part is no larger than its whole;
 * - a figure is known: it is within a factor of 10 of another source, or between a tenth of the smallest and ten times the
 *   largest of the other countries. Slips of the unit or the decimal mark, the mistakes that a first value makes, are mostly of three orders of
 *   magnitude or more; countries differ by one. Counts grow with the country, so that a neighbour says nothing of them;
 * - no figure is known: it has natural limits on both sides, as percentages and scores have. What has none is looked at.
 *
 * Of a law or a stage only "not begun" and "no" are: whatever is claimed has to be read in the law. Source: docs/methods.md,
 * "Review by exception".
 */
export function isExpectedFirst(first: FirstValue): boolean {
  const { kind, value, min, max, hasSource, counts, known } = first;
  const x = dec(value);
  if (kind !== 'NUMERIC') return x.isZero();
  const isLimited = min != null && max != null;
  const isOutside = (min != null && x.lessThan(min)) || (max != null && x.greaterThan(max));
  if (!hasSource || isOutside) return false;
  if (known.whole != null) return x.lessThanOrEqualTo(known.whole);
  if (known.otherSources.length > 0) return known.otherSources.some((other) => isNear(x, [other]));
  const neighbours = counts ? [] : known.neighbours;
  return neighbours.length > 0 ? isNear(x, neighbours) : isLimited;
}

/** Within a factor of ten of what lies between the smallest and the largest of these; zero is near zero alone. */
function isNear(value: Numeric, figures: readonly Numeric[]): boolean {
  const known = figures.map(dec).sort((a, b) => a.comparedTo(b));
  const [smallest, largest] = [known.at(0), known.at(-1)];
  if (smallest === undefined || largest === undefined) return false;
  const x = dec(value);
  return (
    x.greaterThanOrEqualTo(smallest.div(NEAR_FACTOR)) &&
    x.lessThanOrEqualTo(largest.times(NEAR_FACTOR))
  );
}
