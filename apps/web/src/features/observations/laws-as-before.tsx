import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { isUnconfirmed } from './confirm-stages.ts';
import type { EntryState } from './entry-state.ts';
import type { ConfirmStages } from './use-confirm-stages.ts';

/** How many parts of laws stand as before, and one click where nothing changed in any; it can be taken back. */
export function LawsAsBefore(props: {
  entries: readonly EntryState[];
  cycle: number;
  stages: ConfirmStages;
}) {
  const { entries, cycle, stages } = props;
  const { t } = useTranslation('desk');
  const count = entries.filter(isUnconfirmed).length;
  return (
    <>
      {count > 0 && (
        <div className={desk.row}>
          <p>{t('law.waiting', { count, year: cycle })}</p>
          <button
            type="button"
            className={desk.quiet}
            disabled={stages.busy}
            onClick={() => stages.confirm(null)}
          >
            {t('law.sameInAll')}
          </button>
        </div>
      )}
      <ProblemList problems={stages.problems} />
      <div role="status" className={desk.row}>
        {stages.done > 0 && (
          <>
            <p>{t('law.confirmed', { count: stages.done })}</p>
            <button type="button" className={desk.linklike} onClick={stages.undo}>
              {t('law.undo')}
            </button>
          </>
        )}
      </div>
    </>
  );
}
