export {
  actionLevel,
  type ActionLevel,
  type LevelledIndicator,
  type LevelWord,
} from './action-level.ts';
export {
  aggregateRegion,
  type AggregateRegionInput,
  type AreaValue,
  type RegionalMethod,
  type RegionalValue,
  type RegionFlag,
} from './aggregate-region.ts';
export {
  assessAction,
  type ActionAssessment,
  type AssessActionInput,
  type AssessedIndicator,
} from './assess-action.ts';
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
export { comparators } from './comparators.ts';
export type {
  Comparators,
  ComparatorsInput,
  EscapClass,
  EurostatClass,
  SdsnClass,
  UnsdClass,
} from './comparators.types.ts';
export {
  computeRate,
  type ComputedRate,
  type ComputeRateInput,
  type RateFlag,
  type RateProblem,
} from './compute-rate.ts';
export {
  coverageRange,
  type CoverageDisplay,
  type CoverageRange,
  type CoverageRangeInput,
  type CoveredIndicator,
} from './coverage-range.ts';
export type { Headline, HeadlineCode } from './headline.ts';
export {
  INDICATOR_ROLES,
  isScored,
  isHeadline,
  splitApplicable,
  strongestRole,
  type IndicatorRole,
} from './indicator-role.ts';
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
export { rollUpCountry } from './roll-up-country.ts';
export type {
  ActionScope,
  AssessedAction,
  CountryRollUp,
  RollUpCountryInput,
  RollUpIndicator,
} from './roll-up-country.types.ts';
export { rollUpRegion, type RegionRollUp, type RollUpRegionInput } from './roll-up-region.ts';
export {
  isAssessed,
  rankOf,
  STATUS_TABLE,
  STATUSES_SORTED,
  type ActionStatus,
  type AssessedStatus,
  type IndicatorStatus,
  type Status,
  type StatusGlyph,
} from './status.ts';
export type { Direction, IndicatorKind, WantedDirection } from './target.ts';
export { withoutPlan, type WithoutPlan } from './without-plan.ts';
