export { CELL_MARKS, cellMarks, type CellMark } from './cell-marks.ts';
export { ASSIGNMENT_CLASSES, classOf, type AssignmentClass } from './completeness.ts';
export { dataQuality } from './data-quality.ts';
export type {
  Assignment,
  DataQuality,
  DataQualityInput,
  PublishedRevision,
} from './data-quality.types.ts';
