import { type ComputedRate, computeRate } from '../progress/compute-rate.ts';
import { dec } from '../values/decimal.ts';
import { error, hitsOf } from './cell-hit.ts';
import type { CellHit, CheckCellInput } from './check-cell.types.ts';
import { rateConsistency } from './rate-consistency.ts';

/** The rate of the typed parts; null where the cell has none. */
export function rateOfParts(cell: CheckCellInput): ComputedRate | null {
  const { numerator, denominator, indicator } = cell;
  if (numerator == null && denominator == null) return null;
  const multiplier = cell.multiplier ?? 1;
  // Whose natural maximum is its multiplier (100 of 100) is part of a whole.
  const share = indicator.max != null && dec(indicator.max).equals(multiplier);
  const kind = share ? 'SHARE' : 'RATE';
  return computeRate({ numerator, denominator, multiplier, decimals: indicator.decimals, kind });
}

/** Whether the parts make a rate, and the one that is reported. */
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
