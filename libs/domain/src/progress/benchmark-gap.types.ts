import type { Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';
import type { ObservationStatus } from './obs-status.ts';

export interface Benchmark {
  value?: Maybe<Numeric>;
  /** Kept as its source writes it: "one per 7,500". 100 for a SHARE when absent. */
  per?: Maybe<Numeric>;
  /** RATE when absent. */
  kind?: Maybe<'RATE' | 'SHARE'>;
  /** AT_LEAST when absent. */
  sense?: Maybe<'AT_LEAST' | 'AT_MOST'>;
}

export interface BenchmarkGapInput {
  benchmark?: Maybe<Benchmark>;
  /** People for a RATE, the whole (all districts, all centres) for a SHARE. */
  population?: Maybe<{
    value?: Maybe<Numeric>;
    year?: Maybe<number>;
    status?: Maybe<ObservationStatus>;
  }>;
  /** Units, or only a rate per so many people. */
  reported?: Maybe<{
    units?: Maybe<Numeric>;
    rate?: Maybe<Numeric>;
    /** Of the rate; the benchmark's when absent. */
    per?: Maybe<Numeric>;
    year?: Maybe<number>;
    status?: Maybe<ObservationStatus>;
  }>;
  /** Of the unit: 0 for places and centres, 1 for full-time posts. 0 when absent. */
  decimals?: Maybe<number>;
}

export type BenchmarkReason =
  | 'INVALID_BENCHMARK'
  | 'INVALID_POPULATION'
  | 'NO_BENCHMARK'
  | 'NO_DATA'
  | 'NO_POPULATION'
  | 'NUMERATOR_EXCEEDS_DENOMINATOR'
  | 'POPULATION_OUTDATED'
  | 'SUPPRESSED';

export interface BenchmarkGap {
  needed: number | null;
  reported: number | null;
  shortBy: number | null;
  /** Reported over needed. */
  share: number | null;
  met: boolean | null;
  /** Print ≈: the population is estimated, or the units derive from a rate. */
  approximate: boolean;
  /** Why there is no answer; null when there is one. */
  reason: BenchmarkReason | null;
  flags: ('DERIVED_FROM_RATE' | 'POPULATION_YEAR_DIFFERS')[];
}
