import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { isUnconfirmed } from './entry-state.ts';
import type { EntryStore } from './entry-store.ts';
import { useEntries, useReturn } from './open-return.ts';
import { ConfirmStagesDocument, type ReturnFormFragment } from './return-form.generated.ts';

const NOTHING = { value: '', factDate: '', provision: '', basis: null };

/**
 * "Nothing changed": saves all unconfirmed elements of a law with their last stage, in one step that can be taken back.
 * Then the form is read again, as some may have been saved before: by a colleague, or by a request whose answer was
 * lost.
 */
export function useConfirmStages({ area, cycle }: ReturnFormFragment, store: EntryStore) {
  const { busy, problems, run, send } = useChange('ReturnForm');
  const [done, setDone] = useState<readonly string[]>([]);
  return {
    busy,
    /** How many elements were confirmed last and not taken back since. */
    done: done.length,
    problems,
    confirm: (indicator: string | null) => {
      setDone([]);
      void run(async () => {
        await store.settle();
        const answer = await send(ConfirmStagesDocument, { area, cycle, indicator });
        if (answer === undefined) return undefined;
        setDone(store.confirmed(answer.cells));
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

/** How many elements of laws are not confirmed yet, and one button for "nothing changed in any of them", which can be taken back. */
export function LawsAsBefore({ stages }: { stages: ReturnType<typeof useConfirmStages> }) {
  const { form } = useReturn();
  const entries = useEntries();
  const { t } = useTranslation('desk');
  const count = entries.filter(isUnconfirmed).length;
  return (
    <>
      {count > 0 && (
        <div className={desk.row}>
          <p>{t('law.waiting', { count, year: form.cycle })}</p>
          <Button small disabled={stages.busy} onClick={() => stages.confirm(null)}>
            {t('law.sameInAll')}
          </Button>
        </div>
      )}
      <ProblemList problems={stages.problems} />
      <div role="status" className={desk.row}>
        {stages.done > 0 && (
          <>
            <p>{t('law.confirmed', { count: stages.done })}</p>
            <Button look="linklike" onClick={stages.undo}>
              {t('law.undo')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
