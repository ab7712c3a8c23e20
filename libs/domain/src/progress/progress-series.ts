import type { Numeric } from '../values/decimal.ts';
import { dec } from '../values/decimal.ts';
import { decimalOrNull } from '../values/figure.ts';
import { assessIndicator } from './assess-indicator.ts';
import type { AssessIndicatorInput } from './assess-indicator.types.ts';

export interface YearProgress {
  year: number;
  /** Share of the way from baseline to target; null where there is none. */
  progress: number | null;
}

/**
 * The share of the way travelled in each year that has a value: what `assessIndicator` would have said
 * at the end of that year, given today's plan. There is no second formula: the last year is the
 * assessment itself. The baseline's own value is 0, where the way begins. There is no share for a hidden
 * year, before the baseline, or if a break lies between the baseline and that year. Source: methods.md 1.2.
 */
export function progressSeries(input: Omit<AssessIndicatorInput, 'asOf'>): YearProgress[] {
  const years = input.observations.map(({ year }) => year).sort((a, b) => a - b);
  return [...new Set(years)].map((year) => ({ year, progress: progressAt(input, year) }));
}

function progressAt(input: Omit<AssessIndicatorInput, 'asOf'>, year: number): number | null {
  const { status, progress, latestYear, latestValue } = assessIndicator({ ...input, asOf: year });
  if (latestYear !== year) return null;
  const starts = status === 'NO_DATA' && year === input.baselineYear;
  return starts && isBaseline(input, latestValue) ? 0 : progress;
}

function isBaseline(
  { baselineValue }: Omit<AssessIndicatorInput, 'asOf'>,
  value: Numeric | null,
): boolean {
  const baseline = decimalOrNull(baselineValue);
  return baseline !== null && value !== null && baseline.equals(dec(value));
}
