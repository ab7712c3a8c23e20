import { isRowCell } from './cell-key.ts';
import { hasErrors, isAsked, readinessOf, type EntryState } from './entry-state.ts';
import { countIndicators, sectionOf } from './rows.ts';

export const entryFilters = ['mine', 'missing', 'errors', 'returned', 'asked', 'prepared'] as const;
export type EntryFilter = (typeof entryFilters)[number];

/** Which rows are shown; part of the page's address. */
export interface Filter {
  only: EntryFilter | null;
  section: string | null;
  /** The code of one indicator: a link leads to its row; a phone shows only this one. */
  cell: string | null;
}

export function filterOf(search: Readonly<Record<string, string>>): Filter {
  return {
    only: entryFilters.find((one) => one === search['only']) ?? null,
    section: search['section'] ?? null,
    cell: search['cell'] ?? null,
  };
}

export const searchOf = (filter: Filter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));

const tests: Record<EntryFilter, (entry: EntryState) => boolean> = {
  mine: ({ cell }) => cell.mine,
  // an unassigned indicator is not owed, so it is not counted here, as on the reporter's home page
  missing: ({ cell, reading }) => cell.assigned && cell.current === null && reading.empty,
  // a missing comment blocks the submission just as an error does
  errors: (entry) => hasErrors(entry) || readinessOf(entry) === 'COMMENT',
  prepared: ({ cell }) => cell.prepared !== null,
  ...isAsked,
};

/** Missing values are counted as on the reporter's home page: whole values, not their parts. */
export const countOf = (entries: readonly EntryState[], only: EntryFilter | null): number =>
  countIndicators(
    only === 'missing' ? entries.filter(({ cell }) => isRowCell(cell)) : entries,
    only === null ? undefined : tests[only],
  );

/** Does this cell match the filter? If it is a part, the page shows its whole value too. */
export function passes(entry: EntryState, { only, section }: Filter): boolean {
  if (section !== null && sectionOf(entry) !== section) return false;
  return only === null || tests[only](entry);
}
