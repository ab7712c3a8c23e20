import { isRowCell } from './cell-key.ts';
import { hasErrors, isAsked, readinessOf, type EntryState } from './entry-state.ts';
import { countIndicators, sectionOf } from './rows.ts';

export const entryFilters = ['mine', 'missing', 'errors', 'returned', 'asked', 'prepared'] as const;
export type EntryFilter = (typeof entryFilters)[number];

/** Which rows are shown; it stands in the address. */
export interface Filter {
  only: EntryFilter | null;
  section: string | null;
  /** The code of one indicator: a link leads to it, and a phone shows it alone. */
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
  // what nobody asked for is not owed: as at home, it is not counted
  missing: ({ cell, reading }) => cell.assigned && cell.current === null && reading.empty,
  // a missing comment keeps a return back as an error does
  errors: (entry) => hasErrors(entry) || readinessOf(entry) === 'COMMENT',
  prepared: ({ cell }) => cell.prepared !== null,
  ...isAsked,
};

/** What is missing is counted as at home: by values, not by their parts. */
export const countOf = (entries: readonly EntryState[], only: EntryFilter | null): number =>
  countIndicators(
    only === 'missing' ? entries.filter(({ cell }) => isRowCell(cell)) : entries,
    only === null ? undefined : tests[only],
  );

/** A part is shown with the whole it belongs to. */
export function passes(entry: EntryState, { only, section }: Filter): boolean {
  if (section !== null && sectionOf(entry) !== section) return false;
  return only === null || tests[only](entry);
}
