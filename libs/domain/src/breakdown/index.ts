export { askedParts, partProblem } from './asked-parts.ts';
export { checkTable, type TableHit } from './check-table.ts';
export {
  BREAKDOWN_DIMENSIONS,
  isTotalPart,
  partKey,
  partOf,
  readPart,
  TOTAL_PART,
  type BreakdownDimension,
  type Part,
} from './part.ts';
export { tableTotals } from './table-totals.ts';
export { additiveOf, partsOfTable, type BreakdownTable, type TableCell } from './table.ts';
