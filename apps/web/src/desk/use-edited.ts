import { useState } from 'react';
import type { Problem } from './problem-text.ts';
import { rebase } from './rebase.ts';
import { isEditConflict } from './use-change.ts';

/** What is edited in a form: `draft` is typed over `base`, which is what the server has. */
export function useEdited<T extends object>(start: () => T) {
  const [base, setBase] = useState(start);
  const [draft, setDraft] = useState(base);
  return {
    base,
    draft,
    setDraft,
    unsaved: draft !== base,
    /** After a save: what is stored now. After an edit conflict, what was typed stays, to be sent again. */
    answered: (stored: T, problems: readonly Problem[]) => {
      const done = problems.length === 0;
      if (!done && !isEditConflict(problems)) return;
      setDraft(done ? stored : rebase(base, draft, stored));
      setBase(stored);
    },
  };
}
