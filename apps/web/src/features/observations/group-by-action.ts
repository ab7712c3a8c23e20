import { compareNatural } from '@qadam/domain';
import { groupBy } from '../../ui/group-by.ts';
import type { EntryState } from './entry-state.ts';

/** Of an indicator that belongs to no action: what stands around all of them. */
export const CONTEXT = 'context';

/** An indicator of several actions stands once, under the first of them. */
export const sectionOf = ({ cell }: EntryState): string => cell.actions[0] ?? CONTEXT;

/** By action; what belongs to none comes last. */
export function groupByAction(
  entries: readonly EntryState[],
): { action: string; entries: EntryState[] }[] {
  return [...groupBy(entries, sectionOf)]
    .map(([action, group]) => ({ action, entries: group }))
    .sort(
      (a, b) =>
        Number(a.action === CONTEXT) - Number(b.action === CONTEXT) ||
        compareNatural(a.action, b.action),
    );
}
