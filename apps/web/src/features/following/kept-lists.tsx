import { useTranslation } from 'react-i18next';
import { useId, useState } from 'react';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useFormat } from '../../ui/use-format.ts';
import { LocalText } from '../../ui/local-text.tsx';
import {
  ChooseMonthlyDocument,
  DeleteViewDocument,
  type FollowingFragment,
  RenameViewDocument,
  UnfollowDocument,
} from './following.generated.ts';
import { NameForm, ToolButton } from './name-form.tsx';
import styles from './tools.module.css';

const PAGES = { COUNTRY: 'countries', ACTION: 'actions', INDICATOR: 'indicators' } as const;

export function FollowList({ following: { follows } }: { following: FollowingFragment }) {
  const { lang } = useFormat();
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
              {/* a full load, as it is a public page */}
              <a href={`/${lang}/${PAGES[kind]}/${code}`}>
                <LocalText of={name} />
              </a>
              <span className={styles.kind}>
                {t(`following.kind.${kind}`)} · {code}
              </span>
            </div>
            <ToolButton
              disabled={busy}
              aria-label={t('following.stopOf', { name: name.text })}
              onClick={() => void change(UnfollowDocument, { kind, code })}
            >
              {t('following.stop')}
            </ToolButton>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The choice of monthly mails. Off by default; a change is saved at once. */
export function MonthlyChoice(props: { monthly: boolean }) {
  const { t } = useTranslation('desk');
  const hint = useId();
  const { problems, busy, change } = useChange();
  // shown while it is being saved; afterwards the server's answer counts
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
  const rename = async (name: string) => {
    const { done } = await change(RenameViewDocument, { view: view.id, name });
    setNaming(!done);
  };
  return (
    <li className={styles.view}>
      {naming ? (
        <NameForm
          label={t('following.newName')}
          name={view.name}
          button={t('following.keep')}
          busy={busy}
          save={rename}
        >
          <ToolButton onClick={() => setNaming(false)}>{t('following.cancel')}</ToolButton>
        </NameForm>
      ) : (
        <>
          <div>
            <a href={view.path}>{view.name}</a>
            <span className={styles.kind}>{view.path}</span>
          </div>
          <div className={styles.actions}>
            <ToolButton
              aria-label={t('following.renameOf', { name: view.name })}
              onClick={() => setNaming(true)}
            >
              {t('following.rename')}
            </ToolButton>
            <ToolButton
              disabled={busy}
              aria-label={t('following.deleteOf', { name: view.name })}
              onClick={() => void change(DeleteViewDocument, { view: view.id })}
            >
              {t('following.delete')}
            </ToolButton>
          </div>
        </>
      )}
      <ProblemList problems={problems} />
    </li>
  );
}
