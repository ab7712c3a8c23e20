import {
  foldedWords,
  foldText,
  isAssessed,
  isHeadline,
  STATUSES_SORTED,
  type Status,
} from '@qadam/domain';
import type { SearchOf } from '../../app/search.ts';
import type { Cell, Row } from './scorecard.types.ts';

type Search = SearchOf<'scorecard'>;

/**
 * Rows with at least one cell of the status asked for, within the area of the meeting and with the words asked for, in the
 * order asked for. The order is of actions, never of countries: those keep theirs.
 */
export function rowsOf(rows: readonly Row[], search: Search, lang: string): Row[] {
  const shown = foundRows(rows, search).filter(
    (row) =>
      (search.status === undefined || row.cells.some((cell) => cell.status === search.status)) &&
      (search.mark === undefined || row.cells.some((cell) => isProvisional(row, cell))),
  );
  if (search.sort === 'az')
    return shown.toSorted((a, b) => a.action.title.text.localeCompare(b.action.title.text, lang));
  return search.sort === 'known' ? shown.toSorted((a, b) => known(b) - known(a)) : shown;
}

/** What the counts above the table are of: the rows before a status is chosen. */
export function foundRows(rows: readonly Row[], { pillar, q }: Search): Row[] {
  const words = foldedWords(q ?? '');
  return rows.filter((row) => {
    if (pillar !== undefined && row.action.pillar !== pillar) return false;
    const text = foldText(
      [row.action, ...row.indicators.map(({ indicator }) => indicator)]
        .map((one) => `${one.code} ${'title' in one ? one.title.text : one.name.text}`)
        .join(' '),
    );
    return words.every((word) => text.includes(word));
  });
}

export interface Counts {
  total: number;
  statuses: { status: Status; count: number }[];
  provisional: number;
}

/** Cells by status in the order of legends, zeros left out. */
export function countsOf(rows: readonly Row[]): Counts {
  const cells = rows.flatMap((row) => row.cells);
  return {
    total: cells.length,
    statuses: STATUSES_SORTED.flatMap((status) => {
      const count = cells.filter((cell) => cell.status === status).length;
      return count > 0 ? [{ status, count }] : [];
    }),
    provisional: rows.flatMap((row) => row.cells.filter((cell) => isProvisional(row, cell))).length,
  };
}

/** A headline figure behind the cell is not final. */
export function isProvisional({ indicators }: Row, { area }: Cell): boolean {
  return indicators.some(
    ({ role, indicator, cells }) =>
      isHeadline({ ...indicator, role }) &&
      cells.some((cell) => cell.area === area && cell.flags.includes('PROVISIONAL')),
  );
}

/** Share of the cells that could be assessed, so that the one of the region counts like four. */
const known = ({ cells }: Row): number =>
  cells.filter(({ status }) => isAssessed(status)).length / Math.max(1, cells.length);
