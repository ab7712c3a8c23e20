import type { Decimal } from '../values/decimal.ts';
import type { EscapClass, EurostatClass, SdsnClass, UnsdClass } from './comparators.types.ts';
import { comparable } from './pace-status.ts';

// The cut-offs of methods-first.md 1.1, compared at 6 decimals like our own.

/** Eurostat's cut-offs with the class words of Open SDG (methods-first.md 1.1). */
export function eurostatClass(ratio: Decimal | null): EurostatClass {
  if (ratio === null) return 'UNDEFINED';
  const r = comparable(ratio);
  if (r.greaterThanOrEqualTo('0.95')) return 'ON_TRACK';
  if (r.greaterThanOrEqualTo('0.6')) return 'PROGRESS_ACCELERATE';
  return r.lessThan(0) ? 'DETERIORATION' : 'LIMITED_PROGRESS';
}

/** UNSD progress chart 2023: a target met is met whatever the trend. */
export function unsdClass(share: Decimal | null, met: boolean): UnsdClass {
  if (met) return '3_MET_OR_ON_TRACK';
  if (share === null) return 'UNDEFINED';
  const u = comparable(share);
  if (u.greaterThanOrEqualTo('0.95')) return '3_MET_OR_ON_TRACK';
  return u.greaterThanOrEqualTo('0.1') ? '2_FAIR_PROGRESS' : '1_STAGNATION_OR_REGRESSION';
}

/** ESCAP anticipated progress: the gap left at the target year, % of the way. */
export function escapClass(gapPercent: Decimal | null, met: boolean): EscapClass {
  if (met) return 'ACHIEVED_OR_MAINTAIN';
  if (gapPercent === null) return 'UNDEFINED';
  const gap = comparable(gapPercent);
  if (gap.lessThanOrEqualTo(10)) return 'ACHIEVED_OR_MAINTAIN';
  return gap.lessThanOrEqualTo(100) ? 'ACCELERATE' : 'REVERSE_TREND';
}

/** SDSN: yearly change over the change needed; a target met is on track. */
export function sdsnClass(pace: Decimal | null, met: boolean): SdsnClass {
  if (met) return 'ON_TRACK';
  if (pace === null) return 'UNDEFINED';
  const r = comparable(pace);
  if (r.greaterThanOrEqualTo(1)) return 'ON_TRACK';
  if (r.greaterThanOrEqualTo('0.5')) return 'MODERATELY_IMPROVING';
  return r.lessThan(0) ? 'DECREASING' : 'STAGNATING';
}
