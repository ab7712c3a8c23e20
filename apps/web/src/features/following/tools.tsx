import { ApolloProvider, useQuery } from '@apollo/client/react';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type SyntheticEvent, useMemo, useState } from 'react';
import { markSignedIn } from '../../desk/signed-in.ts';
import { workClient, workLink } from '../../desk/work-client.ts';
import type { Follow } from './follow.types.ts';
import { SinceLastVisit } from './since-last-visit.tsx';
import styles from './tools.module.css';
import { useTranslation } from 'react-i18next';
import { addCatalog } from '../../app/i18n.ts';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import {
  FollowDocument,
  FollowingDocument,
  SaveViewDocument,
  UnfollowDocument,
} from './following.generated.ts';

const root = getRouteApi('__root__');
const never = new Promise<void>(() => undefined);

/** After the session has ended a public page is a visitor's again, without a dialog to sign in. */
export function Tools({ follow, news = false }: { follow?: Follow; news?: boolean }) {
  const { lang } = root.useRouteContext();
  const client = useMemo(
    () =>
      workClient(workLink(lang), () => {
        markSignedIn(false);
        return never;
      }),
    [lang],
  );
  return (
    <ApolloProvider client={client}>
      <div className={`${styles.tools ?? ''} no-print`}>
        <SinceLastVisit shown={news} />
        <div className={styles.row}>
          {follow && <FollowButton follow={follow} />}
          <SaveView />
        </div>
      </div>
    </ApolloProvider>
  );
}

/** Keeps the address of this very view under a name. */
export function SaveView() {
  const { t, i18n } = useTranslation();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  const { problems, busy, change } = useChange();
  const send = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('name');
    await addCatalog(i18n, 'problems');
    const { done } = await change(SaveViewDocument, {
      name: typeof name === 'string' ? name : '',
      path: router.state.location.href,
    });
    setSaved(done);
    setOpen(!done);
  };
  if (!open)
    return (
      <>
        <button type="button" className={styles.button} onClick={() => setOpen(true)}>
          {t('follow.save')}
        </button>
        <span role="status">{saved && t('follow.saved')}</span>
      </>
    );
  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      <label>
        {t('follow.name')}
        <input name="name" required maxLength={80} autoFocus defaultValue={pageTitle()} />
      </label>
      <button type="submit" className="button" disabled={busy}>
        {t('follow.keep')}
      </button>
      <ProblemList problems={problems} />
    </form>
  );
}

/** Without the name of the site. */
const pageTitle = () => document.title.split(' · ')[0]?.slice(0, 80) ?? '';

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
