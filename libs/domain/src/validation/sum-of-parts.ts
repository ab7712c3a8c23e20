import { type Maybe, asGiven } from '../values/figure.ts';
import { type Numeric, dec } from '../values/decimal.ts';
import { type Outcome, present } from './outcome.ts';
import { sum } from './statistics.ts';

export interface SumOfPartsInput {
  /** One value a category, "unknown" included. */
  parts: readonly Maybe<Numeric>[];
  total?: Maybe<Numeric>;
  /** Largest allowed |Σ − total|, for rounded shares; 0 when absent. */
  tolerance?: Maybe<Numeric>;
}

export interface SumOfParts {
  result: Outcome;
  /** Of the parts that are there; null if none is. */
  sum: number | null;
  /** Σ − total. */
  difference?: number;
}

/**
 * All parts are there: ERROR unless |Σ − total| ≤ tolerance. Some are missing: ERROR only if what is
 * there already exceeds the total, else SKIP. Exact, unrounded. Source: methods.md 7.
 */
export function sumOfParts({ parts, total, tolerance }: SumOfPartsInput): SumOfParts {
  const values = present(parts);
  if (values.length === 0) return { result: 'SKIP', sum: null };
  const added = sum(values);
  if (total == null) return { result: 'SKIP', sum: asGiven(added) };
  const difference = added.minus(dec(total));
  const complete = values.length === parts.length;
  const off = complete ? difference.abs() : difference;
  const broken = off.greaterThan(tolerance ?? 0);
  const result = broken ? 'ERROR' : complete ? 'OK' : 'SKIP';
  return { result, sum: asGiven(added), difference: asGiven(difference) };
}
