export { CELL_MARKS, cellMarks, type CellMark, type MarkedCell } from './cell-marks.ts';
export { classOf, type AssignmentClass } from './completeness.ts';
export { dataQuality } from './data-quality.ts';
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
} from './data-quality.types.ts';
