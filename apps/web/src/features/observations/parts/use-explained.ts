import { useState } from 'react';
import { type Draft, hasFiguresOf } from '../cell-draft.ts';
import { keyOf } from '../cell-key.ts';
import { isRequested } from '../cell-requests.tsx';
import { hasErrors, lacksComment, type EntryState } from '../entry-state.ts';

/** Does anybody ask for anything at this part? */
const isAsked = (entry: EntryState): boolean =>
  hasErrors(entry) || entry.problems.length > 0 || isRequested(entry.cell);

const isExplained = (entry: EntryState): boolean =>
  entry.draft.comment.trim() !== '' && !lacksComment(entry) && !isAsked(entry);

/**
 * The keys of the parts that had a comment when their table was drawn first, and about which nothing is left to say. A part leaves them for good
 * once its figures change or something is asked, and no part comes to them later: nothing may vanish from under the cursor.
 */
export function useExplained(parts: readonly EntryState[]): ReadonlyMap<string, Draft> {
  const [explained, setExplained] = useState<ReadonlyMap<string, Draft>>(
    () => new Map(parts.filter(isExplained).map(({ cell, draft }) => [keyOf(cell), draft])),
  );
  const left = parts.flatMap((entry) => {
    const before = explained.get(keyOf(entry.cell));
    if (before === undefined) return [];
    const isSame =
      hasFiguresOf(before, entry.draft) && before.missingReason === entry.draft.missingReason;
    return isSame && !isAsked(entry) ? [] : [keyOf(entry.cell)];
  });
  if (left.length === 0) return explained;
  const now = new Map([...explained].filter(([key]) => !left.includes(key)));
  setExplained(now);
  return now;
}
