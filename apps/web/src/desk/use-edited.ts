import { useState } from 'react';
import type { Problem } from './problem-text.ts';
import { isEditConflict } from './use-change.ts';

/** Are both values the same as JSON? The order of keys matters. */
export const sameJson = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Puts what somebody typed over `base` on top of what has been stored meanwhile: what they changed stays, everything else
 * is as it is stored now. A list is treated as one value.
 */
export function rebase<T extends object>(base: T, typed: T, stored: T): T {
  const carried = Object.entries(typed).map(([key, value]): [string, unknown] => {
    const before = (base as Record<string, unknown>)[key];
    const now = (stored as Record<string, unknown>)[key];
    if (sameJson(before, value)) return [key, now];
    return [
      key,
      isRecord(before) && isRecord(value) && isRecord(now) ? rebase(before, value, now) : value,
    ];
  });
  return { ...stored, ...Object.fromEntries(carried) };
}

/** The state of an edited form: `base` is what the server has, `draft` is what was typed over it. */
export function useEdited<T extends object>(start: () => T) {
  const [base, setBase] = useState(start);
  const [draft, setDraft] = useState(base);
  return {
    base,
    draft,
    setDraft,
    unsaved: draft !== base,
    /** To be called with the answer. After a save, only what was typed since stays; after an edit conflict everything typed, to be sent again. */
    answered: (stored: T, problems: readonly Problem[]) => {
      const done = problems.length === 0;
      if (!done && !isEditConflict(problems)) return;
      const sent = done ? draft : base;
      setDraft((newest) => (newest === sent ? stored : rebase(sent, newest, stored)));
      setBase(stored);
    },
  };
}
