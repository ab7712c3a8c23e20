import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { LocalText } from '../../ui/local-text.tsx';
import {
  ChooseMonthlyDocument,
  DeleteViewDocument,
  type FollowingFragment,
  RenameViewDocument,
  UnfollowDocument,
} from './following.generated.ts';
import styles from './tools.module.css';
import { type SyntheticEvent, useId, useState } from 'react';

const root = getRouteApi('__root__');
const PAGES = { COUNTRY: 'countries', ACTION: 'actions', INDICATOR: 'indicators' } as const;

export function FollowList({ following: { follows } }: { following: FollowingFragment }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation('desk');
  const { problems, busy, change } = useChange();
  if (follows.length === 0) return <p>{t('following.none')}</p>;
  return (
    <>
      <ProblemList problems={problems} />
      <ul className={styles.views}>
        {follows.map(({ kind, code, name }) => (
          <li key={`${kind} ${code}`} className={styles.view}>
            <div>
              {/* a public page: a full load */}
              <a href={`/${lang}/${PAGES[kind]}/${code}`}>
                <LocalText of={name} />
              </a>
              <span className={styles.kind}>
                {t(`following.kind.${kind}`)} · {code}
              </span>
            </div>
            <button
              type="button"
              className={styles.button}
              disabled={busy}
              aria-label={t('following.stopOf', { name: name.text })}
              onClick={() => void change(UnfollowDocument, { kind, code })}
            >
              {t('following.stop')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Off until it is switched on; kept as soon as it is chosen. */
export function MonthlyChoice(props: { monthly: boolean }) {
  const { t } = useTranslation('desk');
  const hint = useId();
  const { problems, busy, change } = useChange();
  // shown at once; what the server keeps counts as soon as it is known
  const [wanted, setWanted] = useState<boolean | null>(null);
  const keep = async (monthly: boolean) => {
    setWanted(monthly);
    await change(ChooseMonthlyDocument, { monthly });
    setWanted(null);
  };
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={wanted ?? props.monthly}
          disabled={busy}
          aria-describedby={hint}
          onChange={(event) => void keep(event.target.checked)}
        />{' '}
        {t('following.monthly')}
      </label>
      <p id={hint}>{t('following.monthlyHint')}</p>
      <ProblemList problems={problems} />
    </>
  );
}

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
    <li className={styles.view}>
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
