// methods.md names these functions, and the shared vectors call them by name (tools/conformance.mjs). The product itself calls them only from
// other rules, or uses a rule that covers more: planRelease and auditReleases work on all tables and releases at once.
export { statusChange } from './changes/status-change.ts';
export { auditPattern } from './disclosure/audit-pattern.ts';
export { nestedDifference } from './disclosure/nested-difference.ts';
export { mayPublishPercentage } from './disclosure/percentage.ts';
export { progressDisclosure } from './disclosure/progress-disclosure.ts';
export { rateDisclosure } from './disclosure/rate-disclosure.ts';
export { roundBase } from './disclosure/round-base.ts';
export { suppress2D } from './disclosure/suppress-2d.ts';
export { versionDifference } from './disclosure/version-difference.ts';
export { exportCsvCell } from './parsing/export-csv-cell.ts';
export { compare } from './validation/compare.ts';
export { duplicateKey } from './validation/duplicate-key.ts';
export { minMax } from './validation/min-max.ts';
export { modifiedZScore } from './validation/modified-z-score.ts';
export { monotoneCumulative } from './validation/monotone-cumulative.ts';
export { period } from './validation/period.ts';
export { range } from './validation/range.ts';
export { rateConsistency } from './validation/rate-consistency.ts';
export { required } from './validation/required.ts';
export { sumOfParts } from './validation/sum-of-parts.ts';
export { unitMagnitude } from './validation/unit-magnitude.ts';
