import { useState } from 'react';
import type { Problem } from '../../desk/problem-text.ts';
import { useChange } from '../../desk/use-change.ts';
import { keyOf } from './cell-key.ts';
import type { EntryStore } from './entry-store.ts';
import { ConfirmStagesDocument, type ReturnFormFragment } from './return-form.generated.ts';

export interface ConfirmStages {
  busy: boolean;
  /** How many were confirmed last, and not taken back. */
  done: number;
  problems: readonly Problem[];
  /** Nothing changed, in one law or in all. */
  confirm: (indicator: string | null) => void;
  undo: () => void;
}

const NOTHING = { value: '', factDate: '', provision: '', basis: null };

/** "Nothing changed": all elements of a law that stand as before are saved so, in one step that can be taken back. */
export function useConfirmStages(
  { area, cycle }: Pick<ReturnFormFragment, 'area' | 'cycle'>,
  store: EntryStore,
): ConfirmStages {
  const { busy, problems, run, send } = useChange();
  const [done, setDone] = useState<readonly string[]>([]);
  return {
    busy,
    done: done.length,
    problems,
    confirm: (indicator) => {
      setDone([]);
      void run(async () => {
        await store.settle();
        const answer = await send(ConfirmStagesDocument, { area, cycle, indicator });
        if (answer === undefined) return undefined;
        store.confirmed(answer.cells);
        setDone(answer.cells.map(keyOf));
        return answer;
      });
    },
    undo: () => {
      store.fill(done.map((key) => ({ key, patch: NOTHING })));
      setDone([]);
      void store.settle();
    },
  };
}
