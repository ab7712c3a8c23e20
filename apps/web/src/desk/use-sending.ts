import { useState } from 'react';
import type { Trouble } from './problem-text.ts';
import { unreachable } from './unreachable.ts';

/** One change at a time, with what is wrong about it. `send` gives its problems; true where there were none. */
export function useSending() {
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Trouble[]>([]);
  const sending = async (send: () => Promise<readonly Trouble[] | undefined>): Promise<boolean> => {
    setBusy(true);
    let found: readonly Trouble[];
    try {
      found = (await send()) ?? [];
    } catch (error) {
      found = [unreachable(error)];
    }
    setProblems(found);
    setBusy(false);
    return found.length === 0;
  };
  return { busy, problems, sending };
}
