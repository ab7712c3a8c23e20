export { diffReleases } from './diff-releases.ts';
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
} from './release.types.ts';
export {
  statusChange,
  type StatusChange,
  type StatusChangeClass,
  type StatusChangeInput,
} from './status-change.ts';
