export { diffReleases } from './diff-releases.ts';
export { CHANGE_CLASSES } from './order-of-changes.ts';
export { REVISION_REASONS } from './release.types.ts';
export type {
  ActionChange,
  ActionChangeClass,
  ReleaseChange,
  ReleasedAction,
  ReleasedAssessment,
  ReleasedCell,
  ReleaseDiff,
  RevisionReason,
} from './release.types.ts';
