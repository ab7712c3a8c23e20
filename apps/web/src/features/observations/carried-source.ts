import { isRowCell, keyOf } from './cell-key.ts';
import type { Patch } from './cell-draft.ts';
import type { EntryState } from './entry-state.ts';

/**
 * The source of last year, where nobody has said yet where this year's value comes from. It is shown, and not saved
 * before somebody confirms it: a source nobody looked at is none.
 */
export function carriedSource({ cell, draft }: EntryState): string | null {
  if (!cell.editable || cell.element !== null || !isRowCell(cell) || draft.sourceText !== null)
    return null;
  return cell.lastSource;
}

/** Of the values that are filled in: their carried sources, to be confirmed all at once. */
export function carriedSources(entries: readonly EntryState[]): Patch[] {
  return entries.flatMap((entry) => {
    const sourceText = carriedSource(entry);
    if (sourceText === null || entry.reading.empty || entry.draft.missingReason !== null) return [];
    return [{ key: keyOf(entry.cell), patch: { sourceText } }];
  });
}
