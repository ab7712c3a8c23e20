import type { Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';
import type { WantedDirection } from './target.ts';

export interface ComparatorsInput {
  direction: WantedDirection;
  baselineValue: Numeric;
  baselineYear: number;
  targetValue: Numeric;
  targetYear: number;
  latestValue: Numeric;
  latestYear: number;
  /** For TOWARDS, in units of the value; 0 when absent. */
  tolerance?: Maybe<Numeric>;
}

export type EurostatClass =
  'ON_TRACK' | 'PROGRESS_ACCELERATE' | 'LIMITED_PROGRESS' | 'DETERIORATION' | 'UNDEFINED';
export type UnsdClass =
  '3_MET_OR_ON_TRACK' | '2_FAIR_PROGRESS' | '1_STAGNATION_OR_REGRESSION' | 'UNDEFINED';
export type EscapClass = 'ACHIEVED_OR_MAINTAIN' | 'ACCELERATE' | 'REVERSE_TREND' | 'UNDEFINED';
export type SdsnClass =
  'ON_TRACK' | 'MODERATELY_IMPROVING' | 'STAGNATING' | 'DECREASING' | 'UNDEFINED';

/** The same facts under other bodies' formulas. Ratios and rates 6 decimals, the rest 4. */
export interface Comparators {
  linearPace: number | null;
  cagrActual: number | null;
  cagrRequired: number | null;
  eurostatRatio: number | null;
  unsdExpectedAtTargetYear: number | null;
  unsdRatio: number | null;
  eurostat: EurostatClass;
  unsd: UnsdClass;
  escapCSI: number | null;
  escapGapLinearPct: number | null;
  escap: EscapClass;
  sdsn: SdsnClass;
}
