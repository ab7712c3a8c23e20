export { checkTable, type TableHit } from './check-table.ts';
export {
  BREAKDOWN_DIMENSIONS,
  isWhole,
  partKey,
  partOf,
  readPart,
  WHOLE,
  type BreakdownDimension,
  type Part,
} from './part.ts';
export { tableTotals } from './table-totals.ts';
export {
  additiveOf,
  isAskedFor,
  partsOfTable,
  type Additive,
  type BreakdownTable,
  type TableAxis,
  type TableCell,
} from './table.ts';
