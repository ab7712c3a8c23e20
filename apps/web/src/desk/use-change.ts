import { useState } from 'react';
import type { Trouble } from './problem-text.ts';
import { reloading } from './reloading.ts';
import { unreachable } from './unreachable.ts';

type Answer = { problems: readonly Trouble[] } | null | undefined;

/** Somebody else was faster, and the change can be sent again over theirs. */
export const isOvertaken = (problems: readonly Trouble[]): boolean =>
  problems.some(({ code }) => code === 'VERSION_CONFLICT' || code === 'REVISION_CHANGED');

/**
 * Changes of one form: what stands in their way, and whether one is being made. `run` says whether it was done.
 * `reload` is called where somebody else has changed what the form is about, so that what was typed can be sent again.
 */
export function useChange(reload?: () => unknown) {
  const [problems, setProblems] = useState<readonly Trouble[]>([]);
  const [busy, setBusy] = useState(false);
  const run = async (work: (idempotencyKey: string) => Promise<Answer>): Promise<boolean> => {
    setBusy(true);
    try {
      const found = (await work(crypto.randomUUID()))?.problems ?? [];
      setProblems(found);
      if (isOvertaken(found) && reload) await reloading(() => Promise.resolve(reload()))();
      return found.length === 0;
    } catch (error) {
      setProblems([unreachable(error)]);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { problems, busy, run };
}
