import type { SearchOf } from '../../app/search.ts';
import type { Row } from './scorecard.types.ts';

/** Rows with at least one cell of the status asked for, within the area of the meeting asked for. */
export function rowsOf(rows: readonly Row[], search: SearchOf<'scorecard'>): Row[] {
  return rows.filter(
    (row) =>
      (search.pillar === undefined || row.action.pillar === search.pillar) &&
      (search.status === undefined || row.cells.some((cell) => cell.status === search.status)),
  );
}
