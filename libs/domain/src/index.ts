// disclosure
export { pointsToAShelter, type PointsToAShelterInput } from './disclosure/points-to-a-shelter.ts';
export { auditPattern, type AuditPatternInput } from './disclosure/audit-pattern.ts';
export { type IntervalsById, type PatternAudit } from './disclosure/audit-pattern.ts';
export {
  auditReleases,
  type AuditReleasesInput,
  type ReleasesAudit,
  type UnsafeCell,
} from './disclosure/audit-releases.ts';
export type { CountCandidates } from './disclosure/count-candidates.ts';
export type { Count } from './disclosure/count.ts';
export {
  cumulativeDisclosure,
  type CumulativeDisclosure,
  type CumulativeInput,
} from './disclosure/cumulative-disclosure.ts';
export {
  nestedDifference,
  type NestedDifference,
  type NestedDifferenceInput,
} from './disclosure/nested-difference.ts';
export {
  mayPublishPercentage,
  type PercentageDecision,
  type PercentageInput,
  type PercentageReason,
} from './disclosure/percentage.ts';
export type { WithheldFace, WithheldReason } from './disclosure/plan-draft.ts';
export type { CellProblem } from './disclosure/plan-input.ts';
export {
  planRelease,
  type HeldReason,
  type PlanReleaseInput,
  type ReleasePlan,
} from './disclosure/plan-release.ts';
export {
  planWithdrawal,
  type WithdrawalInput,
  type WithdrawalPlan,
} from './disclosure/plan-withdrawal.ts';
export {
  progressDisclosure,
  type ProgressDisclosureInput,
} from './disclosure/progress-disclosure.ts';
export { rateDisclosure, type RateDisclosureInput } from './disclosure/rate-disclosure.ts';
export {
  DIMENSIONS,
  type Dimension,
  type ReleaseCodes,
  type ReleaseFrame,
} from './disclosure/release-frame.ts';
export type { AreaFace, StoredRelease } from './disclosure/release-table.ts';
export { roundBase, type RoundBaseInput } from './disclosure/round-base.ts';
export { suppress1D, type Suppress1DInput } from './disclosure/suppress-1d.ts';
export { suppress2D, type Suppress2DInput } from './disclosure/suppress-2d.ts';
export type { Suppression } from './disclosure/suppression.ts';
export { TOTAL, type CrossTable, type ListTable } from './disclosure/table.ts';
export {
  versionDifference,
  type PublishedVersion,
  type RecoveredValue,
  type VersionDifference,
  type VersionDifferenceInput,
} from './disclosure/version-difference.ts';
// workflow
export { agreementState, type AgreementState, type AgreementTerm } from './workflow/agreement.ts';
export * from './following/concerns.ts';
export * from './following/count-news.ts';
export * from './following/saved-view.ts';
export * from './following/visit.ts';
export { isDay } from './periods/day.ts';
export { mayApprove, type Approval, type ApprovalInput } from './workflow/four-eyes.ts';
export {
  move,
  WORK_EVENTS,
  WORK_STATES,
  type InvalidState,
  type Move,
  type WorkEvent,
  type WorkState,
} from './workflow/moves.ts';
export { openQuestion, type AskedMessage } from './workflow/open-question.ts';
export { REMARKS, remarksOn, type Remark, type ReviewedValue } from './workflow/remarks.ts';
export {
  moveTarget,
  TARGET_EVENTS,
  TARGET_STATES,
  type TargetEvent,
  type TargetMove,
  type TargetState,
} from './workflow/target-moves.ts';

export {
  grantProblem,
  lockOf,
  MAX_GRANT_DAYS,
  type GrantProblem,
  type Lock,
  type LockInput,
} from './workflow/reopening.ts';
// access
export {
  can,
  OPERATIONS,
  ROLES,
  type Access,
  type Actor,
  type Operation,
  type Role,
  type Subject,
} from './access/access.ts';
export { areaProblem, heirProblem, isEmailAddress } from './access/account.ts';
export { AUDIT_OPERATIONS, type AuditOperation } from './access/audit-operation.ts';
// periods, progress, changes, quality
export {
  expectedAt,
  type PathKind,
  type PathPoint,
  type PlannedPath,
} from './periods/expected-at.ts';
export {
  expectedValue,
  type ExpectedValue,
  type ExpectedValueInput,
} from './periods/expected-value.ts';
export {
  aggregateRegion,
  type AggregateRegionInput,
  type AreaValue,
  type RegionalMethod,
  type RegionalValue,
  type RegionFlag,
} from './progress/aggregate-region.ts';
export {
  assessAction,
  type ActionAssessment,
  type AssessActionInput,
  type AssessedIndicator,
} from './progress/assess-action.ts';
export { assessIndicator } from './progress/assess-indicator.ts';
export type {
  AssessIndicatorInput,
  AssessmentFlag,
  IndicatorAssessment,
} from './progress/assess-indicator.types.ts';
export { benchmarkGap } from './progress/benchmark-gap.ts';
export type {
  Benchmark,
  BenchmarkGap,
  BenchmarkGapInput,
  BenchmarkReason,
} from './progress/benchmark-gap.types.ts';
export { comparators } from './progress/comparators.ts';
export type {
  Comparators,
  ComparatorsInput,
  EscapClass,
  EurostatClass,
  SdsnClass,
  UnsdClass,
} from './progress/comparators.types.ts';
export {
  computeRate,
  type ComputedRate,
  type ComputeRateInput,
  type RateFlag,
  type RateProblem,
} from './progress/compute-rate.ts';
export {
  coverageRange,
  type CoverageDisplay,
  type CoverageRange,
  type CoverageRangeInput,
  type CoveredIndicator,
} from './progress/coverage-range.ts';
export type { Maybe } from './values/figure.ts';
export type { Headline, HeadlineCode } from './progress/headline.ts';
export type { IndicatorRole } from './progress/indicator-role.ts';
export { METHOD_VERSION } from './progress/method-version.ts';
export type { Observation, ObservationStatus } from './progress/obs-status.ts';
export { DEFAULT_THRESHOLDS, type Thresholds } from './progress/pace-status.ts';
export { progressSeries, type YearProgress } from './progress/progress-series.ts';
export { project } from './progress/project.ts';
export type {
  ProjectInput,
  Projection,
  ProjectionFlag,
  ProjectionReason,
  YearReached,
} from './progress/project.types.ts';
export { rollUpCountry } from './progress/roll-up-country.ts';
export type {
  ActionScope,
  AssessedAction,
  CountryRollUp,
  RollUpCountryInput,
  RollUpIndicator,
} from './progress/roll-up-country.types.ts';
export {
  rollUpRegion,
  type RegionRollUp,
  type RollUpRegionInput,
} from './progress/roll-up-region.ts';
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
} from './progress/status.ts';
export type { Direction, IndicatorKind, WantedDirection } from './progress/target.ts';
export { diffReleases } from './changes/diff-releases.ts';
export type {
  AssessmentChange,
  AssessmentChangeClass,
  AssessmentLevel,
  CellChange,
  CellChangeClass,
  DiffReleasesInput,
  GoalPost,
  MovedPost,
  ReleaseChange,
  ReleasedAssessment,
  ReleasedCell,
  ReleasedFigures,
  ReleaseDiff,
  RevisionReason,
} from './changes/release.types.ts';
export {
  statusChange,
  type StatusChange,
  type StatusChangeClass,
  type StatusChangeInput,
} from './changes/status-change.ts';
export { CELL_MARKS, cellMarks, type CellMark, type MarkedCell } from './quality/cell-marks.ts';
export { classOf, type AssignmentClass } from './quality/completeness.ts';
export { dataQuality } from './quality/data-quality.ts';
export type {
  Assignment,
  Coherence,
  Completeness,
  DataQuality,
  DataQualityInput,
  PublishedRevision,
  QualityView,
  Revisions,
  RuleHit,
  Timeliness,
} from './quality/data-quality.types.ts';
export { compareNatural } from './values/natural-order.ts';
// values, parsing, validation
export {
  decimalText,
  readDecimalText,
  type DecimalText,
  type DecimalTextProblem,
} from './values/decimal-text.ts';
export { dec, Decimal, decimals, type Numeric } from './values/decimal.ts';
export { COLUMN_HEADS } from './parsing/column-heads.ts';
export { exportCsvCell, type ExportCsvCellInput } from './parsing/export-csv-cell.ts';
export { foldText, foldedWords } from './parsing/fold-text.ts';
export { hasLostLetters } from './parsing/lost-letters.ts';
export type { MissingMark } from './parsing/missing-marks.ts';
export {
  normaliseCode,
  type CodeWarning,
  type NormaliseCodeInput,
  type NormalisedCode,
} from './parsing/normalise-code.ts';
export { regionCodes } from './parsing/region-codes.ts';
export { parseNumber } from './parsing/parse-number.ts';
export type {
  DecimalMark,
  NumberProblem,
  NumberWarning,
  ParsedNumber,
  ParseNumberInput,
} from './parsing/parse-number.types.ts';
export { parseYear, type ParsedYear, type YearProblem } from './parsing/parse-year.ts';
export { parseYesNo, type ParsedYesNo, type ParseYesNoInput } from './parsing/parse-yes-no.ts';
export { decodeText, type DecodedText, type TextEncoding } from './parsing/decode-text.ts';
export { readBlock } from './parsing/read-block.ts';
export { readingsOf } from './parsing/readings-of.ts';
export { openCsv, readCsv, type CsvTable, type ReadCsvInput } from './parsing/read-csv.ts';
export { checkCell, checkSubmission } from './validation/check-cell.ts';
export type {
  CellCheck,
  CellCode,
  CellHit,
  CheckCellInput,
  CheckedIndicator,
  EarlierValue,
  MissingReason,
  ValueType,
} from './validation/check-cell.types.ts';
export {
  checkTargetPlan,
  type CheckTargetPlanInput,
  type PlanCode,
  type PlanProblem,
} from './validation/check-target-plan.ts';
export {
  compare,
  type CompareInput,
  type CompareOperator,
  type Comparison,
  type MissingStrategy,
} from './validation/compare.ts';
export { duplicateKey, type DuplicateKeys } from './validation/duplicate-key.ts';
export { minMax, type MinMax } from './validation/min-max.ts';
export {
  modifiedZScore,
  type HistoryInput,
  type ModifiedZScore,
} from './validation/modified-z-score.ts';
export {
  monotoneCumulative,
  type CumulativePoint,
  type MonotoneCumulative,
} from './validation/monotone-cumulative.ts';
export type { Outcome, RuleCode, Verdict } from './validation/outcome.ts';
export { period, type PeriodInput } from './validation/period.ts';
export { personalData, type PersonalData } from './validation/personal-data.ts';
export { range, type RangeInput } from './validation/range.ts';
export {
  rateConsistency,
  type RateConsistency,
  type RateConsistencyInput,
} from './validation/rate-consistency.ts';
export { required, type RequiredInput } from './validation/required.ts';
export { sumOfParts, type SumOfParts, type SumOfPartsInput } from './validation/sum-of-parts.ts';
export { unitMagnitude, type UnitMagnitude } from './validation/unit-magnitude.ts';
export { usualRange, type UsualRange } from './validation/usual-range.ts';
export { yearOnYear, type YearOnYear, type YearOnYearInput } from './validation/year-on-year.ts';
export { daysBetween, localTime, type LocalTime } from './notices/local-time.ts';
export { nudgeWait } from './notices/nudge-wait.ts';
export { reminderStep, type ReminderStep } from './notices/reminder-step.ts';
export { returnsAreCollected } from './notices/returns-are-collected.ts';
export { digestMonth, digestWeek, isSendingHour } from './notices/sending-hours.ts';
export { checkCycleDates, type CycleDates } from './framework/check-cycle.ts';
export { checkFramework } from './framework/check-framework.ts';
export {
  diffFramework,
  overlayFramework,
  reweighed,
  type FieldDifference,
  type FrameworkDifference,
} from './framework/diff-framework.ts';
export {
  FRAMEWORK_FORMAT,
  readFramework,
  TEXT_LANGUAGES,
  type FrameworkAction,
  type FrameworkBenchmark,
  type FrameworkBreak,
  type FrameworkDocument,
  type FrameworkIndicator,
  type FrameworkLink,
  type FrameworkTexts,
  type TextLanguage,
} from './framework/framework-document.ts';
export { staleTranslations, type TextChange } from './framework/translations.ts';
export { translatableTexts, withTranslation } from './framework/translations.ts';
export { neverScored } from './framework/never-scored.ts';
export type { FrameworkProblem } from './framework/shape.ts';
export {
  MANDATORY_SHEET_KEYS,
  SHEET_KEYS,
  sheetCompleteness,
  type SheetCompleteness,
  type SheetKey,
} from './framework/sheet.ts';
// breakdown tables
export { checkTable, type TableHit } from './breakdown/check-table.ts';
export {
  BREAKDOWN_DIMENSIONS,
  isWhole,
  partKey,
  WHOLE,
  type BreakdownDimension,
  type Part,
} from './breakdown/part.ts';
export { tableTotals } from './breakdown/table-totals.ts';
export {
  additiveOf,
  isAskedFor,
  partsOfTable,
  type Additive,
  type BreakdownTable,
  type TableAxis,
  type TableCell,
} from './breakdown/table.ts';
