import type { IndicatorKind } from '../progress/target.ts';
import { dec, type Decimal, type Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';

/** A first value without natural limits is near known figures if it is at most this many times larger or smaller. */
const NEAR_FACTOR = 10;
/** A first value between natural limits is near known figures if it is off by at most the range divided by this. */
const NEAR_SHARE = 3;

export interface KnownFigure {
  value: Numeric;
  /** The population of the country. */
  people?: Maybe<Numeric>;
}

export interface FirstValue {
  kind: IndicatorKind;
  value: Numeric;
  /** Natural limits, both inclusive; absent: none. */
  min?: Maybe<Numeric>;
  max?: Maybe<Numeric>;
  /** Is it a number of people or cases, which grows with the population? */
  counts: boolean;
  people?: Maybe<Numeric>;
  /** Does the value name its source? */
  hasSource: boolean;
  /** Values of the same country and year from other sources. */
  otherSources: readonly Numeric[];
  /** The latest value of each other country. */
  neighbours: readonly KnownFigure[];
  /** The value that a count is a part of. */
  whole?: Maybe<Numeric>;
}

/** EXPECTED: nothing speaks against the value. FAR: it is far from a known figure. UNKNOWN: it cannot be compared with any. */
export type FirstVerdict = 'EXPECTED' | 'FAR' | 'UNKNOWN';

/**
 * Judges a value that has no earlier one. In the first year of a framework every value is a first one: a reviewer who had to
 * look at each would miss the few that are wrong. A number is EXPECTED if it names its source and
 *
 * - if it is a count that is part of a whole: is no larger than the whole;
 * - if it is any other count: is no larger than the population, and near known figures like every other number;
 * - is near another source of the same year, or else near the values of the other countries. Near means, between natural
 *   limits (a percentage or a score), within a third of the distance between the limits; without limits, within a factor of
 *   10, for a count after taking the population into account. A wrong unit makes a factor of a hundred or more, countries
 *   differ by less than ten;
 * - or, if there is no known figure to compare it with, has natural limits on both sides.
 *
 * For a law or a yes/no question only "not begun" and "no" are expected: any other claim has to be read in the law. Source:
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

/** The values of the other countries; for a count, what they would be with the population of this country. */
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
