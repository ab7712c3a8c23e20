import { type Maybe, asGiven } from '../values/figure.ts';
import { type Numeric, dec } from '../values/decimal.ts';
import { type Outcome, present } from './outcome.ts';
import { sum } from './statistics.ts';

export interface SumOfPartsInput {
  /** One value for each category, including "unknown". */
  parts: readonly Maybe<Numeric>[];
  total?: Maybe<Numeric>;
  /** Largest allowed |Σ − total|, for rounded shares; 0 when absent. */
  tolerance?: Maybe<Numeric>;
}

export interface SumOfParts {
  result: Outcome;
  /** The sum of the parts that have a value; null if none has. */
  sum: number | null;
  /** Σ − total. */
  difference?: number;
}

/**
 * If all parts have a value: ERROR unless |Σ − total| ≤ tolerance. If some are missing: ERROR only if the
 * others already exceed the total, else SKIP. Exact, unrounded. Source: methods.md 7.
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
