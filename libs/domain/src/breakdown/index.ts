export { askedParts, partFault } from './asked-parts.ts';
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
export { additiveOf, partsOfTable, type BreakdownTable, type TableCell } from './table.ts';
