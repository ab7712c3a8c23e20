import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { EraseUserDocument, type UserRowFragment } from './users.generated.ts';

/** A pseudonym for good. It cannot be undone, so it is said twice. */
export function UserErasure({ user, onDone }: { user: UserRowFragment; onDone: () => void }) {
  const { id, version, name } = user;
  const { t } = useTranslation('desk');
  const [sure, setSure] = useState(false);
  const { problems, busy, change } = useChange();
  const send = async () => {
    const { done } = await change(EraseUserDocument, { user: id, expectedVersion: version });
    if (done) onDone();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <details className={admin.more}>
      <summary>{t('leaving.erase.title')}</summary>
      <p className={admin.soft}>{t('leaving.erase.text')}</p>
      <form className={admin.form} onSubmit={submit}>
        <label>
          <input
            type="checkbox"
            required
            checked={sure}
            onChange={(event) => setSure(event.target.checked)}
          />{' '}
          {t('leaving.erase.sure', { name })}
        </label>
        <ProblemList problems={problems} />
        <button type="submit" className={desk.quiet} disabled={busy || !sure}>
          {t('leaving.erase.send')}
        </button>
      </form>
    </details>
  );
}
