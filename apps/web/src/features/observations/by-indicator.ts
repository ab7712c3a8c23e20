import { groupBy } from '../../ui/group-by.ts';
import { isWholeCell } from './cell-key.ts';
import type { EntryState } from './entry-state.ts';

/** How many indicators have such a cell, whole or part: what a return counts is indicators, as they are asked for. */
export const countIndicators = (
  entries: readonly EntryState[],
  test: (entry: EntryState) => boolean = () => true,
): number => new Set(entries.filter(test).map(({ cell }) => cell.indicator)).size;

/** The rows of the grid: each whole value, and the parts that belong to it. */
export function byIndicator(entries: readonly EntryState[]): {
  wholes: EntryState[];
  partsOf: (indicator: string) => readonly EntryState[];
} {
  const parts = groupBy(
    entries.filter(({ cell }) => !isWholeCell(cell)),
    ({ cell }) => cell.indicator,
  );
  return {
    wholes: entries.filter(({ cell }) => isWholeCell(cell)),
    partsOf: (indicator) => parts.get(indicator) ?? [],
  };
}
