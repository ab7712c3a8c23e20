export { actionLevel, type ActionLevel, type LevelledIndicator } from './action-level.ts';
export { assessIndicator } from './assess-indicator.ts';
export { markFlags, type MarkFlag } from './assessment-flags.ts';
export type {
  AssessIndicatorInput,
  AssessmentFlag,
  IndicatorAssessment,
} from './assess-indicator.types.ts';
export { assessLevel } from './assess-level.ts';
export type {
  AssessLevelInput,
  ElementStage,
  FactBasis,
  LawElement,
  LevelAssessment,
  LevelFlag,
  LevelReason,
  Movement,
  StageFact,
} from './assess-level.types.ts';
export { benchmarkGap } from './benchmark-gap.ts';
export type {
  Benchmark,
  BenchmarkGap,
  BenchmarkGapInput,
  BenchmarkReason,
} from './benchmark-gap.types.ts';
export {
  computeRate,
  type ComputedRate,
  type ComputeRateInput,
  type RateFlag,
  type RateProblem,
} from './compute-rate.ts';
export { INDICATOR_ROLES, isScored, strongestRole, type IndicatorRole } from './indicator-role.ts';
export { countParts } from './count-parts.ts';
export { countSteps, type StepCounts } from './count-steps.ts';
export { MOVEMENT_WAYS } from './movement.ts';
export { lawFacts, type ElementObservation } from './law-facts.ts';
export { lawState, type LawState, type ProvenFact } from './law-state.ts';
export { levelWord } from './level-word.ts';
export { LEVEL_WORDS, type LevelWord } from './level-words.ts';
export { levelChange, type LevelChange, type LevelPart, type LevelState } from './level-change.ts';
export { levelParts, type PartIndicator } from './level-parts.ts';
export { METHOD_VERSION } from './method-version.ts';
export { isOpenStatus, type Observation, type ObservationStatus } from './obs-status.ts';
export { DEFAULT_THRESHOLDS, type Thresholds } from './pace-status.ts';
export { progressSeries, type YearProgress } from './progress-series.ts';
export { project } from './project.ts';
export type {
  ProjectInput,
  Projection,
  ProjectionFlag,
  ProjectionReason,
  YearReached,
} from './project.types.ts';
export { shareOfWay, type WayInput } from './share-of-way.ts';
export { SINCE_YEAR } from './since-year.ts';
export {
  isAssessed,
  rankOf,
  STATUS_TABLE,
  STATUSES_SORTED,
  type AssessedStatus,
  type Status,
  type StatusGlyph,
} from './status.ts';
export { IN_FORCE, tellingFact, type KnownIndicator, type TellingFact } from './telling-fact.ts';
export type { Direction, IndicatorKind, WantedDirection } from './target.ts';
export { withoutPlan, type WithoutPlan } from './without-plan.ts';
