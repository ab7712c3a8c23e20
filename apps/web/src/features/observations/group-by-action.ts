import { compareNatural } from '@qadam/domain';
import { groupBy } from '../../ui/group-by.ts';
import type { EntryState } from './entry-state.ts';

/** An indicator of several actions stands once, under the first of them. */
export function groupByAction(
  entries: readonly EntryState[],
): { action: string; entries: EntryState[] }[] {
  const groups = groupBy(entries, ({ cell }) => cell.actions[0] ?? '');
  return [...groups]
    .map(([action, group]) => ({ action, entries: group }))
    .sort((a, b) => compareNatural(a.action, b.action));
}
