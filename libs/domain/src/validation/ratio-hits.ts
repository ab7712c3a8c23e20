import { type ComputedRate, computeRate } from '../progress/compute-rate.ts';
import { dec, type Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';
import { error, hitsOf } from './cell-hit.ts';
import type { CellHit, CheckCellInput, CheckedIndicator } from './check-cell.types.ts';
import { rateConsistency } from './rate-consistency.ts';

/** The fields of an indicator that are needed to compute its rate from two parts. */
export interface RateOf extends Pick<CheckedIndicator, 'max' | 'decimals'> {
  multiplier?: Maybe<Numeric>;
}

/** The rate of the typed parts; null where the cell has none. */
export function rateOfParts(
  { numerator, denominator }: Pick<CheckCellInput, 'numerator' | 'denominator'>,
  { max, decimals, multiplier }: RateOf,
): ComputedRate | null {
  if (numerator == null && denominator == null) return null;
  // A rate whose natural maximum is its multiplier (100 of 100) is a share of a whole.
  const share = max != null && dec(max).equals(multiplier ?? 1);
  return computeRate({
    numerator,
    denominator,
    multiplier,
    decimals,
    kind: share ? 'SHARE' : 'RATE',
  });
}

/** Checks that the parts give a rate, and that it is the one that is reported. */
export function ratioHits(cell: CheckCellInput, rate: ComputedRate | null): CellHit[] {
  if (rate === null) return [];
  if (rate.problems.length > 0) return rate.problems.map((code) => error('computeRate', code));
  const { numerator, denominator, multiplier, value, indicator } = cell;
  if (value == null) return [];
  const check = rateConsistency({
    numerator,
    denominator,
    multiplier,
    rate: value,
    decimals: indicator.decimals,
  });
  if (check.code !== undefined) return hitsOf('rateConsistency', check);
  if (check.result !== 'ERROR') return [];
  return [error('rateConsistency', 'RATE_MISMATCH', { expected: check.expected, value })];
}
