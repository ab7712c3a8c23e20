import type { Draft } from './cell-draft.ts';
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
