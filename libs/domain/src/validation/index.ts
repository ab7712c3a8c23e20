export {
  entryOf,
  isBlankEntry,
  readCellEntry,
  STATUS_OF_REASON,
  type CellContent,
  type CellEntry,
  type EntryProblem,
  type ReadEntry,
} from './cell-content.ts';
export { checkCell, checkSubmission, needsComment } from './check-cell.ts';
export {
  checkFact,
  readFact,
  type FactContent,
  type FactEntry,
  type FactProblem,
} from './check-fact.ts';
export { checkProvenance, type Provenance } from './check-provenance.ts';
export type {
  CellCheck,
  CellCode,
  CellHit,
  CheckCellInput,
  CheckedIndicator,
  EarlierValue,
  MissingReason,
  ValueType,
} from './check-cell.types.ts';
export {
  checkTargetPlan,
  type CheckTargetPlanInput,
  type PlanCode,
  type PlanProblem,
} from './check-target-plan.ts';
export {
  compare,
  type CompareInput,
  type CompareOperator,
  type Comparison,
  type MissingStrategy,
} from './compare.ts';
export { duplicateKey, type DuplicateKeys } from './duplicate-key.ts';
export { minMax, type MinMax } from './min-max.ts';
export { modifiedZScore, type HistoryInput, type ModifiedZScore } from './modified-z-score.ts';
export {
  monotoneCumulative,
  type CumulativePoint,
  type MonotoneCumulative,
} from './monotone-cumulative.ts';
export type { Outcome, RuleCode, Verdict } from './outcome.ts';
export { period, type PeriodInput } from './period.ts';
export { personalData, type PersonalData } from './personal-data.ts';
export { range, type RangeInput } from './range.ts';
export {
  rateConsistency,
  type RateConsistency,
  type RateConsistencyInput,
} from './rate-consistency.ts';
export { required, type RequiredInput } from './required.ts';
export { sumOfParts, type SumOfParts, type SumOfPartsInput } from './sum-of-parts.ts';
export { unitMagnitude, type UnitMagnitude } from './unit-magnitude.ts';
export { usualRange, type UsualRange } from './usual-range.ts';
export { yearOnYear, type YearOnYear, type YearOnYearInput } from './year-on-year.ts';
