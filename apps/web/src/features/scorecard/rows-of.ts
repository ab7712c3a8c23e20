import { isAssessed } from '@qadam/domain';
import type { SearchOf } from '../../app/search.ts';
import type { Row } from './scorecard.types.ts';

/**
 * Rows with at least one cell of the status asked for, within the area of the meeting asked for, in the order asked for. The
 * order is of actions, never of countries: those keep theirs.
 */
export function rowsOf(rows: readonly Row[], search: SearchOf<'scorecard'>, lang: string): Row[] {
  const shown = rows.filter(
    (row) =>
      (search.pillar === undefined || row.action.pillar === search.pillar) &&
      (search.status === undefined || row.cells.some((cell) => cell.status === search.status)),
  );
  if (search.sort === 'az')
    return shown.toSorted((a, b) => a.action.title.text.localeCompare(b.action.title.text, lang));
  return search.sort === 'known' ? shown.toSorted((a, b) => known(b) - known(a)) : shown;
}

/** Share of the cells that could be assessed, so that the one of the region counts like four. */
const known = ({ cells }: Row): number =>
  cells.filter(({ status }) => isAssessed(status)).length / Math.max(1, cells.length);
