import { compareNatural } from '@qadam/domain';
import { groupBy } from '../../ui/group-by.ts';
import { isRowCell } from './cell-key.ts';
import type { EntryState } from './entry-state.ts';

/** How many indicators have a cell, whole or part, that passes the test. A return is counted in indicators, as these are assigned. */
export const countIndicators = (
  entries: readonly EntryState[],
  test: (entry: EntryState) => boolean = () => true,
): number => new Set(entries.filter(test).map(({ cell }) => cell.indicator)).size;

/** The rows of the grid: each whole value or element of a law, and the parts that belong to it. */
export function byIndicator(entries: readonly EntryState[]) {
  const parts = groupBy(
    entries.filter(({ cell }) => !isRowCell(cell)),
    ({ cell }) => cell.indicator,
  );
  return {
    wholes: entries.filter(({ cell }) => isRowCell(cell)),
    partsOf: (indicator: string) => parts.get(indicator) ?? [],
  };
}

const ORDER = ['EMPTY', 'DRAFT', 'RETURNED', 'SUBMITTED', 'APPROVED', 'PUBLISHED'] as const;

/** How far each indicator of these rows is, as the reminders count it: a law is as far as its least advanced element. */
export const statesOf = (rows: readonly EntryState[]): EntryState['cell']['state'][] =>
  [...groupBy(rows, ({ cell }) => cell.indicator).values()].flatMap(
    (own) => ORDER.find((state) => own.some(({ cell }) => cell.state === state)) ?? [],
  );

/** The first row of each indicator: a law is one step, with all its elements. */
export const firstRows = (rows: readonly EntryState[]): EntryState[] =>
  rows.filter(({ cell }, at) => rows[at - 1]?.cell.indicator !== cell.indicator);

/** Does a law begin at this row? Its elements follow one another. */
export const isFirstOfLaw = (rows: readonly EntryState[], at: number): boolean => {
  const cell = rows[at]?.cell;
  return cell?.element != null && rows[at - 1]?.cell.indicator !== cell.indicator;
};

/** The section of indicators that belong to no action: background for all of them. */
export const CONTEXT = 'context';

/** The section of a row. An indicator of several actions is shown once, under the first of them. */
export const sectionOf = ({ cell }: EntryState): string => cell.actions[0] ?? CONTEXT;

/** Rows grouped by action; those that belong to none come last. */
export function groupByAction(entries: readonly EntryState[]) {
  return [...groupBy(entries, sectionOf)]
    .map(([action, group]) => ({ action, entries: group }))
    .sort(
      (a, b) =>
        Number(a.action === CONTEXT) - Number(b.action === CONTEXT) ||
        compareNatural(a.action, b.action),
    );
}

/** The first indicator that is still to be filled in, in the order of the page. */
export const firstBlank = (entries: readonly EntryState[]): string | null =>
  groupByAction(byIndicator(entries).wholes)
    .flatMap((group) => group.entries)
    .find(({ cell, reading }) => cell.editable && cell.current === null && reading.empty)?.cell
    .indicator ?? null;
