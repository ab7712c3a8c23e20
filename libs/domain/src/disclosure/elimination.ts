import { at } from './at.ts';

/** Anything closer to zero than this is zero: entries are small whole numbers or simple fractions. */
export const PIVOT = 1e-9;
/** Rounding dust that elimination leaves behind is swept, so that it is never taken for an entry. */
const DUST = 1e-11;

/** Divides a row by its entry in `column`, so that this becomes 1. */
export function normalise(row: Float64Array, column: number): void {
  const entry = at(row, column);
  for (let j = 0; j < row.length; j++) row[j] = at(row, j) / entry;
}

/** Takes from each row the multiple of the pivot row (entry 1) that makes its `column` 0. */
export function eliminate(
  rows: readonly Float64Array[],
  pivotRow: Float64Array,
  column: number,
): void {
  // Rows are mostly zeros: where the pivot row has one, nothing changes.
  const filled = [...pivotRow.keys()].filter((j) => pivotRow[j] !== 0);
  for (const row of rows) {
    const factor = at(row, column);
    if (row === pivotRow || factor === 0) continue;
    for (const j of filled) {
      const value = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
      row[j] = Math.abs(value) < DUST ? 0 : value;
    }
  }
}
