import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import type { FollowingFragment } from './following.generated.ts';
import { DeleteViewDocument, RenameViewDocument } from './following.generated.ts';
import styles from './tools.module.css';

type View = FollowingFragment['views'][number];

export function ViewList({ views }: { views: readonly View[] }) {
  const { t } = useTranslation('desk');
  if (views.length === 0) return <p>{t('following.viewsNone')}</p>;
  return (
    <ul className={styles.views}>
      {views.map((view) => (
        <ViewRow key={view.id} view={view} />
      ))}
    </ul>
  );
}

function ViewRow({ view }: { view: View }) {
  const { t } = useTranslation('desk');
  const [naming, setNaming] = useState(false);
  const { problems, busy, change } = useChange();
  const keep = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('name');
    const name = typeof typed === 'string' ? typed : '';
    const { done } = await change(RenameViewDocument, { view: view.id, name });
    setNaming(!done);
  };
  return (
    <li>
      {naming ? (
        <form className={styles.form} onSubmit={(event) => void keep(event)}>
          <label>
            {t('following.newName')}
            <input name="name" required maxLength={80} autoFocus defaultValue={view.name} />
          </label>
          <button type="submit" className="button" disabled={busy}>
            {t('following.keep')}
          </button>
          <button type="button" className={styles.button} onClick={() => setNaming(false)}>
            {t('following.cancel')}
          </button>
        </form>
      ) : (
        <>
          <div>
            <a href={view.path}>{view.name}</a>
            <span className={styles.kind}>{view.path}</span>
          </div>
          <div className={styles.actions}>
            <button
              type="button"
              className={styles.button}
              aria-label={t('following.renameOf', { name: view.name })}
              onClick={() => setNaming(true)}
            >
              {t('following.rename')}
            </button>
            <button
              type="button"
              className={styles.button}
              disabled={busy}
              aria-label={t('following.deleteOf', { name: view.name })}
              onClick={() => void change(DeleteViewDocument, { view: view.id })}
            >
              {t('following.delete')}
            </button>
          </div>
        </>
      )}
      <ProblemList problems={problems} />
    </li>
  );
}
