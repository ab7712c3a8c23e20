export { actionLevel } from './action-level.ts';
export { assessIndicator } from './assess-indicator.ts';
export { markFlags } from './assessment-flags.ts';
export { assessLevel } from './assess-level.ts';
export {
  FACT_BASES,
  MOVEMENTS,
  type FactBasis,
  type LevelAssessment,
  type LevelFlag,
  type LevelReason,
  type Movement,
} from './assess-level.types.ts';
export { BENCHMARK_SENSES, benchmarkGap } from './benchmark-gap.ts';
export { computeRate, RATE_KINDS } from './compute-rate.ts';
export {
  INDICATOR_ROLES,
  isHeadline,
  isScored,
  strongestRole,
  type IndicatorRole,
} from './indicator-role.ts';
export { countParts } from './count-parts.ts';
export { countSteps, type StepCounts } from './count-steps.ts';
export { MOVEMENT_GROUPS } from './movement.ts';
export { lawFacts, type ElementObservation } from './law-facts.ts';
export { lawState, type LawState, type ProvenFact } from './law-state.ts';
export { levelWord } from './level-word.ts';
export { LEVEL_WORDS, type LevelWord } from './level-words.ts';
export { levelChange, type LevelPart } from './level-change.ts';
export { levelParts, type PartIndicator } from './level-parts.ts';
export { METHOD_VERSION } from './method-version.ts';
export { isOpenStatus, type Observation, type ObservationStatus } from './obs-status.ts';
export { progressSeries } from './progress-series.ts';
export { project } from './project.ts';
export { progressShare } from './progress-share.ts';
export { SINCE_YEAR } from './since-year.ts';
export {
  isAssessed,
  STATUS_TABLE,
  STATUSES_SORTED,
  type Status,
  type StatusGlyph,
} from './status.ts';
export { IN_FORCE, inTellingOrder, keyFact } from './key-fact.ts';
export { DIRECTIONS, INDICATOR_KINDS, type Direction, type IndicatorKind } from './target.ts';
export { withoutPlan } from './without-plan.ts';
