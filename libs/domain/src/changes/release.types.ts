import type { Maybe } from '../values/figure.ts';
import type { ObservationStatus } from '../progress/obs-status.ts';
import type { LevelWord } from '../progress/level-words.ts';
import type { LevelChange, LevelPart } from '../progress/level-change.ts';
import type { Status } from '../progress/status.ts';
import type { Numeric } from '../values/decimal.ts';
import type { StatusChangeClass } from './status-change.ts';

/** Why a published value was revised (methods.md 6, revision policy). */
export const REVISION_REASONS = ['NEW_SOURCE', 'CORRECTION', 'DEFINITION', 'COVERAGE'] as const;
export type RevisionReason = (typeof REVISION_REASONS)[number];

export interface ReleasedCell {
  /** `INDICATOR|AREA|YEAR|SEX|AGE|URBANISATION|REGION|BREAKDOWN`, `_T` = not broken down. */
  key: string;
  /** Null with status Q: hidden. Null with any other status: a gap. */
  value?: Maybe<Numeric>;
  status?: Maybe<ObservationStatus>;
  reason?: Maybe<RevisionReason>;
}

export type AssessmentLevel = 'ACTION' | 'INDICATOR';

export interface ValueAndYear {
  value?: Maybe<Numeric>;
  year?: Maybe<number>;
}

export interface ReleasedAssessment {
  level: AssessmentLevel;
  /** Code of the action or indicator. */
  subject: string;
  country: string;
  status: Status;
  target?: Maybe<ValueAndYear>;
  baseline?: Maybe<ValueAndYear>;
}

/** How far an action is in one country. */
export interface ReleasedAction {
  action: string;
  country: string;
  word: LevelWord;
  /** The level in whole percent; null where nothing is known. */
  percent: number | null;
  /** Its headline indicators; a law is replaced by its elements. */
  parts: readonly LevelPart[];
}

/** The published figures of one release; working data never come here. */
export interface ReleasedFigures {
  release: string;
  methodVersion: string;
  cells: readonly ReleasedCell[];
  assessments: readonly ReleasedAssessment[];
  actions?: readonly ReleasedAction[];
}

export interface DiffReleasesInput {
  from: ReleasedFigures;
  to: ReleasedFigures;
}

export type CellChangeClass =
  'NEW' | 'REVISED' | 'WITHDRAWN' | 'NOW_HIDDEN' | 'NOW_SHOWN' | 'UNCHANGED';

export interface CellChange {
  kind: 'CELL';
  class: Exclude<CellChangeClass, 'UNCHANGED'>;
  key: string;
  hidden: boolean;
  from: number | null;
  to: number | null;
  /** to − from, and that divided by |from|; null where the two must not be subtracted. */
  change: number | null;
  relative: number | null;
  reason: RevisionReason | null;
}

export type AssessmentChangeClass = Exclude<StatusChangeClass, 'UNCHANGED'> | 'TARGET_CHANGED';
export type MovedPlanField = 'target' | 'targetYear' | 'baseline' | 'baselineYear';

export interface AssessmentChange {
  kind: 'ASSESSMENT';
  class: AssessmentChangeClass;
  level: AssessmentLevel;
  subject: string;
  country: string;
  from: Status | null;
  to: Status | null;
  steps: number | null;
  /** METHOD: the rules changed between the releases, so up and down mean nothing. */
  cause: 'METHOD' | null;
  changed: MovedPlanField[];
}

export type ActionChangeClass = Exclude<LevelChange['class'], 'UNCHANGED' | 'METHOD_CHANGED'>;

export interface ActionChange {
  kind: 'ACTION';
  class: ActionChangeClass;
  subject: string;
  country: string;
  fromWord: LevelWord | null;
  toWord: LevelWord | null;
  fromPercent: number | null;
  toPercent: number | null;
  /** Percentage points, for FORWARD and BACK only. */
  points: number | null;
  /** Keys of the parts that are newly known, or no longer known. */
  parts: string[];
}

export type ReleaseChange = ActionChange | AssessmentChange | CellChange;

export interface ReleaseDiff {
  /** In the order of `inOrder`. */
  items: ReleaseChange[];
  /** How many cells are in each class. */
  counts: Record<CellChangeClass, number>;
  /** Provisional values that became final unchanged. */
  confirmed: number;
  /** Any of these stops the release. */
  problems: { code: 'REASON_MISSING'; key: string }[];
  /** If so, no actions are compared. */
  methodChanged: boolean;
}
