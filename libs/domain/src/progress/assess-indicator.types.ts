import type { PathPoint } from '../periods/expected-at.ts';
import type { Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';
import type { Observation } from './obs-status.ts';
import type { Thresholds } from './pace-status.ts';
import type { Status } from './status.ts';
import type { Direction, IndicatorKind } from './target.ts';

export interface AssessIndicatorInput {
  /** NUMERIC when absent. */
  kind?: Maybe<IndicatorKind>;
  direction?: Maybe<Direction>;
  baselineValue?: Maybe<Numeric>;
  baselineYear?: Maybe<number>;
  targetValue?: Maybe<Numeric>;
  targetYear?: Maybe<number>;
  /** For TOWARDS, in units of the value; 0 when absent. */
  tolerance?: Maybe<Numeric>;
  milestones?: Maybe<readonly PathPoint[]>;
  observations: readonly Observation[];
  /** Years of SeriesBreak rows. */
  breaks?: Maybe<readonly number[]>;
  /** The year for which the assessment is made; later observations are ignored. */
  asOf: number;
  /** Default 0.95 and 0.60. */
  thresholds?: Maybe<Thresholds>;
}

export type AssessmentFlag =
  | 'AWAITING_FINAL_DATA'
  | 'BREAK_IN_SERIES'
  | 'ESTIMATED'
  | 'OVERSHOOT'
  | 'PROVISIONAL'
  | 'STALE'
  | 'TARGET_ALREADY_MET_AT_BASELINE';

export interface IndicatorAssessment {
  /** BY_LEVEL: a law or a yes/no question, which has a level (methods.md 1.4) and no pace. */
  status: Exclude<Status, 'NOT_APPLICABLE'> | 'BY_LEVEL';
  /** Share of the way from baseline to target; may pass 1 or fall below 0. */
  progress: number | null;
  /** Progress divided by `expectedShare`, the share of the way that was due by then. */
  pace: number | null;
  expectedShare: number | null;
  expectedValue: number | null;
  latestYear: number | null;
  latestValue: number | null;
  flags: AssessmentFlag[];
}
