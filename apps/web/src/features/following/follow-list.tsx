import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { LocalText } from '../../ui/local-text.tsx';
import type { FollowingFragment } from './following.generated.ts';
import { UnfollowDocument } from './following.generated.ts';
import styles from './tools.module.css';

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
          <li key={`${kind} ${code}`}>
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
