import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../desk.module.css';
import { ProblemList } from '../problem-list.tsx';
import { useChange } from '../use-change.ts';
import { useStoredDraft } from '../use-stored-draft.ts';
import {
  DeclineReopenDocument,
  GrantReopenDocument,
  RevokeReopenDocument,
  type ReopeningFragment,
} from './reopening.generated.ts';
import styles from './reopening.module.css';

const DAY = 24 * 60 * 60 * 1000;
const two = (n: number) => String(n).padStart(2, '0');

/** Three days from now, as the browser's own field for a local time writes it. */
function inThreeDays(): string {
  const at = new Date(Date.now() + 3 * DAY);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T18:00`;
}

/** Open the cell until a time, decline with a reason, or close it before its time. */
export function ReopeningDecision({ reopening }: { reopening: ReopeningFragment }) {
  const { id, state, indicatorName, person } = reopening;
  const { t } = useTranslation('desk');
  const { busy, problems, change } = useChange('Reopenings');
  const [until, setUntil] = useState(inThreeDays);
  const { kept: note, keep: setNote, forget } = useStoredDraft(`decline ${id}`, '');
  const cell = indicatorName.text;

  const decide = async (sent: ReturnType<typeof change>) => {
    if ((await sent).done) forget();
  };
  const grant = () => {
    const end = new Date(until);
    const instant = Number.isNaN(end.getTime()) ? '' : end.toISOString();
    return change(GrantReopenDocument, { reopening: id, until: instant });
  };

  if (state === 'GRANTED') {
    return (
      <div className={styles.decide}>
        <button
          type="button"
          className={desk.quiet}
          aria-label={t('reopen.revokeWhat', { cell })}
          disabled={busy}
          onClick={() => void decide(change(RevokeReopenDocument, { reopening: id }))}
        >
          {t('reopen.revoke')}
        </button>
        <ProblemList problems={problems} />
      </div>
    );
  }
  if (state !== 'WAITING') return null;
  return (
    <div className={styles.decide}>
      <label className={desk.field}>
        {t('reopen.until')}
        <input
          type="datetime-local"
          aria-label={`${t('reopen.until')}: ${cell}`}
          className={desk.input}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      </label>
      <button
        type="button"
        className={desk.primary}
        aria-label={t('reopen.grantWhat', { name: person.name, cell })}
        disabled={busy}
        onClick={() => void decide(grant())}
      >
        {t('reopen.grant')}
      </button>
      <details>
        <summary>{t('reopen.decline')}</summary>
        <label className={desk.field}>
          {t('reopen.declineWhy')}
          <textarea
            rows={2}
            aria-label={`${t('reopen.declineWhy')} ${cell}`}
            className={desk.input}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        <button
          type="button"
          className={desk.quiet}
          aria-label={t('reopen.declineWhat', { cell })}
          disabled={busy}
          onClick={() => void decide(change(DeclineReopenDocument, { reopening: id, note }))}
        >
          {t('reopen.decline')}
        </button>
      </details>
      <ProblemList problems={problems} />
    </div>
  );
}
