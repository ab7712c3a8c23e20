import type { Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';
import type { Observation } from './obs-status.ts';
import type { Direction, IndicatorKind } from './target.ts';

/** OFFICIAL: a law, a gazette, a ministry's paper. MEDIA: press reports only. */
export const FACT_BASES = ['OFFICIAL', 'MEDIA'] as const;
export type FactBasis = (typeof FACT_BASES)[number];

/** A dated stage of one element. Stage null: from this date on, what was known is no longer proven. */
export interface StageFact {
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  date: string;
  stage: Maybe<Numeric>;
  basis: FactBasis;
}

/** One part of what a law is meant to say, and the facts about it in any order. */
export interface LawElement {
  code: string;
  facts: readonly StageFact[];
}

export interface AssessLevelInput {
  /** NUMERIC when absent. */
  kind?: Maybe<IndicatorKind>;
  /** INCREASE when absent for a law or a yes/no question. */
  direction?: Maybe<Direction>;
  /** The year for which the level is computed; later facts and observations are ignored. */
  asOf: number;
  /** The year that movement is counted from: 2022, the meeting. */
  since: number;
  /** The last step of the ladder; 5 when absent. MILESTONE only. */
  stages?: Maybe<number>;
  /** MILESTONE only. */
  elements?: Maybe<readonly LawElement[]>;
  /** 1 when absent for a yes/no question. */
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

export const MOVEMENTS = ['FORWARD', 'NONE', 'BACK', 'MIXED', 'UNKNOWN'] as const;
export type Movement = (typeof MOVEMENTS)[number];

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

/** The stage of an element, and since when; nulls where nothing is known. */
export interface ElementStage {
  code: string;
  stage: number | null;
  date: string | null;
  basis: FactBasis | null;
}

export interface LevelAssessment {
  /** Share that is reached of the parts that are known; null if there is a reason. */
  level: number | null;
  /** Share of the whole that is reached if none of the unknown parts has begun. */
  low: number;
  /** Share of the whole that is reached if all of the unknown parts are carried out. */
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
