export { askedParts, elementPart, partFault, type AskedIndicator } from './asked-parts.ts';
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
  partsOfTable,
  type Additive,
  type BreakdownTable,
  type TableAxis,
  type TableCell,
} from './table.ts';
