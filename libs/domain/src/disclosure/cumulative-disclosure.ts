import type { Maybe } from '../values/figure.ts';
import { dec, type Numeric } from '../values/decimal.ts';

export interface CumulativeInput {
  /** The values of a cumulative series, by year; null is absent or hidden. */
  readonly series: readonly { readonly year: number; readonly value?: Maybe<Numeric> }[];
  readonly threshold: number;
}

export interface CumulativeDisclosure {
  /** Years whose change since the year shown before gives a small count away. */
  readonly disclosive: readonly { readonly year: number; readonly increment: number }[];
}

/**
 * Between two years shown, a cumulative series must change by 0 or by at least k: 40 → 43 reveals
 * that the year had 3. Over a gap the change covers all years since. A small fall reveals as much as a
 * small rise. Source: methods.md 2.5, Cumulative series.
 */
export function cumulativeDisclosure({ series, threshold }: CumulativeInput): CumulativeDisclosure {
  const shown = series
    .flatMap(({ year, value }) => (value == null ? [] : [{ year, value: dec(value) }]))
    .sort((a, b) => a.year - b.year);
  const changes = shown.slice(1).map(({ year, value }, i) => ({
    year,
    increment: value.minus(shown[i]?.value ?? 0),
  }));
  return {
    disclosive: changes
      .filter(({ increment }) => !increment.isZero() && increment.abs().lessThan(threshold))
      .map(({ year, increment }) => ({ year, increment: increment.toNumber() })),
  };
}
