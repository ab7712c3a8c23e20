import type { PathKind, PathPoint } from '../periods/expected-at.ts';
import type { Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';
import type { Observation } from './obs-status.ts';
import type { Direction, IndicatorKind } from './target.ts';

export interface ProjectInput {
  /** NUMERIC when absent. */
  kind?: Maybe<IndicatorKind>;
  direction?: Maybe<Direction>;
  baseline?: Maybe<{ year?: Maybe<number>; value?: Maybe<Numeric> }>;
  /** `tolerance` for TOWARDS, in units of the value; 0 when absent. */
  target?: Maybe<{
    year?: Maybe<number>;
    value?: Maybe<Numeric>;
    tolerance?: Maybe<Numeric>;
  }>;
  path?: Maybe<{ kind?: Maybe<PathKind>; points?: Maybe<readonly PathPoint[]> }>;
  /** Published values only. */
  observations: readonly Observation[];
  /** Years of SeriesBreak rows. */
  breaks?: Maybe<readonly number[]>;
  asOf: number;
  /** Decimals of the indicator; 0 when absent. */
  decimals?: Maybe<number>;
  /** Natural limits of the indicator, never guessed from its unit. */
  min?: Maybe<Numeric>;
  max?: Maybe<Numeric>;
  /** How many years before the latest value still count for the recent pace; 10 when absent. */
  window?: Maybe<number>;
}

export type ProjectionReason =
  | 'AFTER_DEADLINE'
  | 'BREAK'
  | 'BY_LEVEL'
  | 'FEWER_THAN_3_POINTS'
  | 'INVALID_CONFIG'
  | 'NO_DATA'
  | 'NO_DIRECTION'
  | 'NO_TARGET'
  | 'SUPPRESSED'
  | 'TARGET_MET';

export type ProjectionFlag =
  'BREAK_IN_SERIES' | 'CLAMPED' | 'ESTIMATED' | 'LOW_RELIABILITY' | 'PROVISIONAL' | 'STALE';

export type YearReached = number | 'NEVER';

export interface Projection {
  /** Why there is no projection, in whose place no number is ever shown; null when there is one. */
  reason: ProjectionReason | null;
  latestYear: number | null;
  latestValue: number | null;
  /** Change a year still needed to meet the target on time, signed. */
  requiredPerYear: number | null;
  /** Median change a year of the recent past, signed. */
  actualPerYear: number | null;
  /** Actual over required; negative: moving away. */
  ratio: number | null;
  /** How many values the actual pace rests on, and the year of the first. */
  points: number;
  fromYear: number | null;
  projection: { year: number; low: number; central: number; high: number } | null;
  yearReached: { low: YearReached; central: YearReached; high: YearReached } | null;
  /** How far the latest value is ahead (+) of the planned path. */
  pathGap: number | null;
  /** The next milestone of the path and the pace it needs. */
  nextPoint: { year: number; value: number; requiredPerYear: number } | null;
  flags: ProjectionFlag[];
}
