import { dec, decimals } from '@qadam/domain';
import type { Point } from './plan-draft.ts';

export interface YearFigure {
  year: number;
  value: string | null;
}

export type Plausibility =
  | { code: 'TOO_LITTLE' | 'MET' | 'NEVER' }
  /** TIMES: how many times the change of the best past year would be needed each year from now on. */
  | { code: 'TIMES'; times: string; bestYear: number };

/**
 * How a target compares with the country's past: the change it needs each year, divided by the best yearly change
 * between two neighbouring values. Computed exactly; only the answer is rounded.
 */
export function plausibility(history: readonly YearFigure[], target: Point): Plausibility {
  const known = history.flatMap(({ year, value }) =>
    value === null ? [] : [{ year, value: dec(value) }],
  );
  const latest = known.at(-1);
  if (!latest || target.year <= latest.year) return { code: 'TOO_LITTLE' };
  const needed = dec(target.value).minus(latest.value);
  if (needed.isZero()) return { code: 'MET' };
  const required = needed.div(target.year - latest.year);

  // positive: towards the target
  const steps = known.flatMap(({ year, value }, index) => {
    const before = known[index - 1];
    if (!before) return [];
    const pace = value.minus(before.value).div(year - before.year);
    return [{ year, pace: required.isNegative() ? pace.negated() : pace }];
  });
  const [best] = steps.toSorted((a, b) => b.pace.comparedTo(a.pace));
  if (!best) return { code: 'TOO_LITTLE' };
  if (!best.pace.greaterThan(0)) return { code: 'NEVER' };
  return { code: 'TIMES', times: decimals(required.abs().div(best.pace), 1), bestYear: best.year };
}
