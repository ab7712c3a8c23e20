import type { Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';
import type { Observation } from './obs-status.ts';
import type { Direction, IndicatorKind } from './target.ts';

/** OFFICIAL: a law, a gazette, a ministry's paper. MEDIA: press reports only. */
export type FactBasis = 'OFFICIAL' | 'MEDIA';

/** A dated step of one element. Stage null: what was known is no longer proven from this date on. */
export interface StageFact {
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  date: string;
  stage: Maybe<Numeric>;
  basis: FactBasis;
}

/** One part of what a law is to say, and the facts about it in any order. */
export interface LawElement {
  code: string;
  facts: readonly StageFact[];
}

export interface AssessLevelInput {
  /** NUMERIC when absent. */
  kind?: Maybe<IndicatorKind>;
  /** INCREASE when absent on a law. */
  direction?: Maybe<Direction>;
  /** The year the level looks from; what is later does not exist yet. */
  asOf: number;
  /** The year that movement is counted from: 2022, the meeting. */
  since: number;
  /** The last step of the ladder; 5 when absent. MILESTONE only. */
  stages?: Maybe<number>;
  /** MILESTONE only. */
  elements?: Maybe<readonly LawElement[]>;
  /** 1 when absent on a law that is a yes or a no. */
  targetValue?: Maybe<Numeric>;
  /** For TOWARDS, in units of the value; 0 when absent. */
  tolerance?: Maybe<Numeric>;
  baselineYear?: Maybe<number>;
  baselineValue?: Maybe<Numeric>;
  /** The natural floor of the value: 0 for a share or a count. */
  min?: Maybe<Numeric>;
  /** Years of SeriesBreak rows. */
  breaks?: Maybe<readonly number[]>;
  observations?: Maybe<readonly Observation[]>;
}

export type Movement = 'FORWARD' | 'NONE' | 'BACK' | 'MIXED' | 'UNKNOWN';

export type LevelReason =
  | 'BASELINE_ONLY'
  | 'BREAK'
  | 'INVALID_STAGE'
  | 'NO_BASELINE'
  | 'NO_DATA'
  | 'NO_DIRECTION'
  | 'NO_ELEMENTS'
  | 'NO_TARGET'
  | 'SUPPRESSED';

export type LevelFlag = 'ESTIMATED' | 'MEDIA' | 'PROVISIONAL' | 'STALE';

/** Where an element stands, and since when; nulls where nothing is known. */
export interface ElementStage {
  code: string;
  stage: number | null;
  date: string | null;
  basis: FactBasis | null;
}

export interface LevelAssessment {
  /** Share of the whole that is reached, over what is known. Null with a reason. */
  level: number | null;
  /** The same, if nothing of what is unknown were begun. */
  low: number;
  /** The same, if all of what is unknown were carried out. */
  high: number;
  known: number;
  total: number;
  movement: Movement;
  /** Change since `since` in percentage points, 1 decimal. */
  points: number | null;
  reason: LevelReason | null;
  flags: LevelFlag[];
  /** MILESTONE only. */
  elements?: ElementStage[];
}
