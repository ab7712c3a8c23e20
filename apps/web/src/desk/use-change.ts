import { useState } from 'react';
import type { Trouble } from './problem-text.ts';
import { unreachable } from './unreachable.ts';

type Answer = { problems: readonly Trouble[] } | null | undefined;

/** Changes of one form: what stands in their way, and whether one is being made. `run` says whether it was done. */
export function useChange() {
  const [problems, setProblems] = useState<readonly Trouble[]>([]);
  const [busy, setBusy] = useState(false);
  const run = async (work: (idempotencyKey: string) => Promise<Answer>): Promise<boolean> => {
    setBusy(true);
    try {
      const found = (await work(crypto.randomUUID()))?.problems ?? [];
      setProblems(found);
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
