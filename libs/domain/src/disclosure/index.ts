export {
  auditPattern,
  type AuditPatternInput,
  type IntervalsById,
  type PatternAudit,
} from './audit-pattern.ts';
export {
  auditReleases,
  type AuditReleasesInput,
  type ReleasesAudit,
  type UnsafeCell,
} from './audit-releases.ts';
export { besideSuppressed, suppressedTogether, tellsOfCountries } from './beside-suppressed.ts';
export type {
  ClusterCell,
  ClusterInput,
  ClusterMember,
  ClusterPlan,
  ClusterRelease,
  HeldCount,
  HiddenRow,
  MemberPlan,
  ToldCount,
} from './cluster.types.ts';
export { codesIn } from './cluster-tables.ts';
export { tellsSmallCount, type CompetingValue } from './competing-value.ts';
export type { CountCandidates } from './count-candidates.ts';
export type { Count } from './count.ts';
export {
  cumulativeDisclosure,
  type CumulativeDisclosure,
  type CumulativeInput,
} from './cumulative-disclosure.ts';
export {
  nestedDifference,
  type NestedDifference,
  type NestedDifferenceInput,
} from './nested-difference.ts';
export {
  mayPublishPercentage,
  type PercentageDecision,
  type PercentageInput,
  type PercentageReason,
} from './percentage.ts';
export { planCluster } from './plan-cluster.ts';
export type { WithheldFace, WithheldReason } from './plan-draft.ts';
export type { CellProblem } from './plan-input.ts';
export {
  planRelease,
  type HeldReason,
  type PlanReleaseInput,
  type ReleasePlan,
} from './plan-release.ts';
export { planWithdrawal, type WithdrawalInput, type WithdrawalPlan } from './plan-withdrawal.ts';
export { pointsToAShelter, type PointsToAShelterInput } from './points-to-a-shelter.ts';
export { progressDisclosure, type ProgressDisclosureInput } from './progress-disclosure.ts';
export { rateDisclosure, type RateDisclosureInput } from './rate-disclosure.ts';
export {
  DIMENSIONS,
  type Dimension,
  type ReleaseCodes,
  type ReleaseFrame,
} from './release-frame.ts';
export type { AreaFace, StoredRelease } from './release-table.ts';
export { roundBase, type RoundBaseInput } from './round-base.ts';
export {
  clustersOf,
  countName,
  SharedCounts,
  type CountPart,
  type LinkedIndicator,
} from './shared-counts.ts';
export { suppress1D, type Suppress1DInput } from './suppress-1d.ts';
export { suppress2D, type Suppress2DInput } from './suppress-2d.ts';
export type { Suppression } from './suppression.ts';
export { TOTAL, type CrossTable, type ListTable } from './table.ts';
export { strictestThreshold, thresholdOf } from './threshold.ts';
export {
  versionDifference,
  type PublishedVersion,
  type RecoveredValue,
  type VersionDifference,
  type VersionDifferenceInput,
} from './version-difference.ts';
export { WITHDRAWN } from './withdrawn.ts';
