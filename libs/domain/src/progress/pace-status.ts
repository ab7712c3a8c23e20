import { type Decimal, type Numeric, dec, round, settle } from '../values/decimal.ts';

/** The least pace, as a share of the pace needed, that is still on track or only delayed. */
export interface Thresholds {
  onTrack: Numeric;
  delayed: Numeric;
}

/** Eurostat's cut-offs. Others: ESCAP 0.90 and 0; UNSD 0.95 and 0.10; SDSN 1.00 and 0.50. */
export const DEFAULT_THRESHOLDS: Thresholds = { onTrack: '0.95', delayed: '0.60' };

/**
 * A pace or share, rounded to 6 decimals for comparison: an error in the last digit must not put a value
 * that lies exactly on a boundary on the wrong side. Source: methods.md 1.2.
 */
export function comparable(x: Decimal): Decimal {
  return round(settle(x), 6);
}

/**
 * The word for a pace: r ≥ 0.95 ON_TRACK; 0.60 ≤ r < 0.95 DELAYED; 0 ≤ r < 0.60 OFF_TRACK; below
 * REGRESSED. Source: methods.md 1.2.
 */
export function paceStatus(
  pace: Decimal,
  thresholds: Thresholds = DEFAULT_THRESHOLDS,
): 'ON_TRACK' | 'DELAYED' | 'OFF_TRACK' | 'REGRESSED' {
  const r = comparable(pace);
  if (r.greaterThanOrEqualTo(dec(thresholds.onTrack))) return 'ON_TRACK';
  if (r.greaterThanOrEqualTo(dec(thresholds.delayed)) && !r.isNegative()) return 'DELAYED';
  return r.lessThan(0) ? 'REGRESSED' : 'OFF_TRACK';
}
