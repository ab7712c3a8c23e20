import { useMutation } from '@apollo/client/react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import type { FollowingFragment } from './following.generated.ts';
import { DeleteViewDocument, RenameViewDocument } from './following.generated.ts';
import styles from './tools.module.css';

type View = FollowingFragment['views'][number];

export function ViewList(props: { views: readonly View[]; changed: () => void }) {
  const { t } = useTranslation('desk');
  if (props.views.length === 0) return <p>{t('following.viewsNone')}</p>;
  return (
    <ul className={styles.views}>
      {props.views.map((view) => (
        <ViewRow key={view.id} view={view} changed={props.changed} />
      ))}
    </ul>
  );
}

function ViewRow({ view, changed }: { view: View; changed: () => void }) {
  const { t } = useTranslation('desk');
  const [naming, setNaming] = useState(false);
  const [rename] = useMutation(RenameViewDocument, { fetchPolicy: 'no-cache' });
  const [remove] = useMutation(DeleteViewDocument, { fetchPolicy: 'no-cache' });
  const { problems, busy, run } = useChange();
  const keep = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('name');
    const name = typeof typed === 'string' ? typed : '';
    const done = await run(async (idempotencyKey) => {
      const variables = { input: { view: view.id, name, idempotencyKey } };
      return (await rename({ variables })).data?.renameView;
    });
    setNaming(!done);
    changed();
  };
  const drop = async () => {
    await run(async (idempotencyKey) => {
      const variables = { input: { view: view.id, idempotencyKey } };
      return (await remove({ variables })).data?.deleteView;
    });
    changed();
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
              onClick={() => void drop()}
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
