import type { IndicatorKind } from '../progress/target.ts';
import { dec, type Decimal, type Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';

/** How many times a first value without natural limits may be larger or smaller than what is known, and still be near it. */
const NEAR_FACTOR = 10;
/** How far a first value between natural limits may lie from what is known, as a share of the distance between the limits. */
const NEAR_SHARE = 3;

export interface KnownFigure {
  value: Numeric;
  /** How many people live there. */
  people?: Maybe<Numeric>;
}

export interface FirstValue {
  kind: IndicatorKind;
  value: Numeric;
  /** Natural limits, both inclusive; absent: none. */
  min?: Maybe<Numeric>;
  max?: Maybe<Numeric>;
  /** A number of people or cases, which grows with the country. */
  counts: boolean;
  people?: Maybe<Numeric>;
  /** Is it said where the value comes from? */
  hasSource: boolean;
  /** Of the same country and year, out of another source. */
  otherSources: readonly Numeric[];
  /** The latest value of each other country. */
  neighbours: readonly KnownFigure[];
  /** The value that a count is a part of. */
  whole?: Maybe<Numeric>;
}

/** EXPECTED: nothing speaks against it. FAR: from a figure that is known. UNKNOWN: nothing is known that it could be held against. */
export type FirstVerdict = 'EXPECTED' | 'FAR' | 'UNKNOWN';

/**
 * What speaks for or against a value that has no earlier one. In the first year of a framework every value is a first one:
 * looked at one by one they hide the few that are wrong. Nothing speaks against a number that says its source and
 *
 * - of a part: is no larger than its whole;
 * - else, of a count: is no larger than the population;
 * - is near another source of the same year, or else near the values of the other countries. Between natural limits, as a
 *   percentage or a score: within a third of the distance between the limits. Without: within a factor of 10, a count after
 *   taking the population into account. Slips of the unit are of a hundred or more, countries
 *   differ by less than ten;
 * - or, where nothing is known, has natural limits on both sides.
 *
 * Of a law or a stage only "no" and "not begun" are expected: whatever is claimed has to be read in the law. Source:
 * docs/methods.md, "Review by exception".
 */
export function judgeFirstValue(first: FirstValue): FirstVerdict {
  const { kind, min, max, hasSource, counts, people, whole } = first;
  const value = dec(first.value);
  if (kind !== 'NUMERIC') return value.isZero() ? 'EXPECTED' : 'UNKNOWN';
  if (!hasSource) return 'UNKNOWN';
  if (counts && whole != null) return value.lessThanOrEqualTo(whole) ? 'EXPECTED' : 'FAR';
  if (counts && people != null && value.greaterThan(people)) return 'FAR';
  const scale = min != null && max != null ? dec(max).minus(min) : null;
  const known =
    first.otherSources.length > 0 ? first.otherSources.map(dec) : perPeople(first, value);
  if (known.length === 0) return scale === null ? 'UNKNOWN' : 'EXPECTED';
  return isNear(value, known, scale) ? 'EXPECTED' : 'FAR';
}

/** The values of the other countries; of a count, what they would be with as many people. */
function perPeople({ neighbours, counts, people }: FirstValue, value: Decimal): Decimal[] {
  if (!counts) return neighbours.map((one) => dec(one.value));
  if (people == null || value.isNegative()) return [];
  return neighbours.flatMap((one) =>
    one.people == null ? [] : [dec(one.value).times(people).div(one.people)],
  );
}

function isNear(value: Decimal, known: readonly Decimal[], scale: Decimal | null): boolean {
  const sorted = known.toSorted((a, b) => a.comparedTo(b));
  const [smallest, largest] = [sorted[0] ?? value, sorted.at(-1) ?? value];
  const [from, to] =
    scale === null
      ? [smallest.div(NEAR_FACTOR), largest.times(NEAR_FACTOR)]
      : [smallest.minus(scale.div(NEAR_SHARE)), largest.plus(scale.div(NEAR_SHARE))];
  return value.greaterThanOrEqualTo(from) && value.lessThanOrEqualTo(to);
}
