import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../desk/use-change.ts';
import type { Follow } from './follow.types.ts';
import { FollowDocument, FollowingDocument, UnfollowDocument } from './following.generated.ts';
import styles from './tools.module.css';

const root = getRouteApi('__root__');

export function FollowButton({ follow }: { follow: Follow }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const { data } = useQuery(FollowingDocument, { variables: { lang } });
  const { problems, busy, change } = useChange();
  if (!data) return null;
  const isFollowed = data.following.follows.some(
    ({ kind, code }) => kind === follow.kind && code === follow.code,
  );
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-pressed={isFollowed}
        disabled={busy}
        onClick={() =>
          void (isFollowed ? change(UnfollowDocument, follow) : change(FollowDocument, follow))
        }
      >
        {isFollowed ? `✓ ${t('follow.following')}` : t('follow.follow')}
      </button>
      {problems.length > 0 && <span role="alert">{t('follow.failed')}</span>}
    </>
  );
}
