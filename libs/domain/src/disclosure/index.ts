export { auditReleases } from './audit-releases.ts';
export {
  hiddenWithSuppressed,
  suppressedTogether,
  tellsOfCountries,
} from './hidden-with-suppressed.ts';
export type {
  ClusterCell,
  ClusterMember,
  ClusterPlan,
  ClusterRelease,
  HeldCount,
  ImpliedCount,
  MemberPlan,
} from './cluster.types.ts';
export { codesIn, faceOfKey } from './cluster-tables.ts';
export { cumulativeDisclosure } from './cumulative-disclosure.ts';
export { tellsSmallCount, type CompetingValue } from './competing-value.ts';
export { planCluster } from './plan-cluster.ts';
export { planRelease } from './plan-release.ts';
export { hiddenWithoutCounts, planWithdrawal, type WithdrawalInput } from './plan-withdrawal.ts';
export { countOfCentres, withheldForShelters } from './points-to-a-shelter.ts';
export { DIMENSIONS, type ReleaseFrame } from './release-frame.ts';
export type { AreaFace, StoredRelease } from './release-table.ts';
export { clustersOf, countName, SharedCounts, type CountPart } from './shared-counts.ts';
export { suppress1D } from './suppress-1d.ts';
export { TOTAL } from './table.ts';
export { strictestThreshold, thresholdOf } from './threshold.ts';
export { WITHDRAWN } from './withdrawn.ts';
