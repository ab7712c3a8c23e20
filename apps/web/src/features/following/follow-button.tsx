import { useMutation, useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Follow } from './follow.types.ts';
import { FollowDocument, FollowingDocument, UnfollowDocument } from './following.generated.ts';
import styles from './tools.module.css';

const root = getRouteApi('__root__');

export function FollowButton({ follow }: { follow: Follow }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const { data, refetch } = useQuery(FollowingDocument, { variables: { lang } });
  const [begin, begun] = useMutation(FollowDocument, { fetchPolicy: 'no-cache' });
  const [end, ended] = useMutation(UnfollowDocument, { fetchPolicy: 'no-cache' });
  if (!data) return null;
  const isFollowed = data.following.follows.some(
    ({ kind, code }) => kind === follow.kind && code === follow.code,
  );
  const change = async () => {
    const variables = { input: { ...follow, idempotencyKey: crypto.randomUUID() } };
    try {
      await (isFollowed ? end({ variables }) : begin({ variables }));
      await refetch();
    } catch {
      // told below
    }
  };
  const failed = (begun.error ?? ended.error) !== undefined;
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-pressed={isFollowed}
        disabled={begun.loading || ended.loading}
        onClick={() => void change()}
      >
        {isFollowed ? `✓ ${t('follow.following')}` : t('follow.follow')}
      </button>
      {failed && <span role="alert">{t('follow.failed')}</span>}
    </>
  );
}
