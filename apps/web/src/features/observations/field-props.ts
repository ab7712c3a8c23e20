import type { Draft } from './cell-draft.ts';
import { keyOf } from './cell-key.ts';
import type { EntryStore } from './entry-store.ts';
import type { EntryState } from './entry-state.ts';

/** What every input of a cell gets. */
export interface FieldProps {
  entry: EntryState;
  /** "Police officers trained, 2025" */
  label: string;
  describedBy: string | undefined;
  change: (patch: Partial<Draft>) => void;
  leave: () => void;
  revert: () => void;
}

export function fieldOf(
  entry: EntryState,
  store: EntryStore,
  { label, describedBy }: { label: string; describedBy?: string | undefined },
): FieldProps {
  const key = keyOf(entry.cell);
  return {
    entry,
    label,
    describedBy,
    change: (patch) => store.change(key, patch),
    leave: () => store.leave(key),
    revert: () => store.revert(key),
  };
}
