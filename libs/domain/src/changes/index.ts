export { diffReleases } from './diff-releases.ts';
export { CHANGE_CLASSES } from './order-of-changes.ts';
export type {
  ActionChange,
  ActionChangeClass,
  AssessmentChange,
  AssessmentChangeClass,
  AssessmentLevel,
  CellChange,
  CellChangeClass,
  DiffReleasesInput,
  GoalPost,
  MovedPost,
  ReleaseChange,
  ReleasedAction,
  ReleasedAssessment,
  ReleasedCell,
  ReleasedFigures,
  ReleaseDiff,
  RevisionReason,
} from './release.types.ts';
export {
  statusChange,
  type StatusChange,
  type StatusChangeClass,
  type StatusChangeInput,
} from './status-change.ts';
