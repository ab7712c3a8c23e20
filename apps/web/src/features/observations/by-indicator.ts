import { groupBy } from '../../ui/group-by.ts';
import { isWholeCell } from './cell-key.ts';
import type { EntryState } from './entry-state.ts';

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
