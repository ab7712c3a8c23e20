import { useMutation } from '@apollo/client/react';
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

export function FollowList(props: { following: FollowingFragment; changed: () => void }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation('desk');
  const [unfollow] = useMutation(UnfollowDocument, { fetchPolicy: 'no-cache' });
  const { problems, busy, run } = useChange();
  const { follows } = props.following;
  if (follows.length === 0) return <p>{t('following.none')}</p>;
  const stop = async ({ kind, code }: (typeof follows)[number]) => {
    await run(async (idempotencyKey) => {
      const variables = { input: { kind, code, idempotencyKey } };
      return (await unfollow({ variables })).data?.unfollow;
    });
    props.changed();
  };
  return (
    <>
      <ProblemList problems={problems} />
      <ul className={styles.views}>
        {follows.map((follow) => (
          <li key={`${follow.kind} ${follow.code}`}>
            <div>
              {/* a public page: a full load */}
              <a href={`/${lang}/${PAGES[follow.kind]}/${follow.code}`}>
                <LocalText of={follow.name} />
              </a>
              <span className={styles.kind}>
                {t(`following.kind.${follow.kind}`)} · {follow.code}
              </span>
            </div>
            <button
              type="button"
              className={styles.button}
              disabled={busy}
              aria-label={t('following.stopOf', { name: follow.name.text })}
              onClick={() => void stop(follow)}
            >
              {t('following.stop')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
