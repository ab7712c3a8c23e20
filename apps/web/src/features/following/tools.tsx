import { ApolloProvider, useQuery } from '@apollo/client/react';
import { useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { markSignedIn } from '../../desk/signed-in.ts';
import { workClient, workLink } from '../../desk/work-client.ts';
import { SinceLastVisit } from './since-last-visit.tsx';
import { NameForm, ToolButton } from './name-form.tsx';
import styles from './tools.module.css';
import { addCatalog } from '../../app/i18n.ts';
import { useFormat } from '../../ui/use-format.ts';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import {
  FollowDocument,
  FollowingDocument,
  SaveViewDocument,
  UnfollowDocument,
  type FollowInput,
} from './following.generated.ts';

export type Follow = Pick<FollowInput, 'kind' | 'code'>;

const never = new Promise<void>(() => undefined);

/** If the session has ended, a public page becomes that of a visitor again, without a dialog to sign in. */
export function Tools({ follow, news = false }: { follow?: Follow; news?: boolean }) {
  const { lang } = useFormat();
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

/** Keeps the address of this view under a name. */
function SaveView() {
  const { t, i18n } = useTranslation();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  const { problems, busy, change } = useChange();
  const save = async (name: string) => {
    await addCatalog(i18n, 'problems');
    const { done } = await change(SaveViewDocument, { name, path: router.state.location.href });
    setSaved(done);
    setOpen(!done);
  };
  if (!open)
    return (
      <>
        <ToolButton onClick={() => setOpen(true)}>{t('follow.save')}</ToolButton>
        <span role="status">{saved && t('follow.saved')}</span>
      </>
    );
  return (
    <NameForm
      label={t('follow.name')}
      // the title of the page without the name of the site
      name={document.title.split(' · ')[0]?.slice(0, 80) ?? ''}
      button={t('follow.keep')}
      busy={busy}
      save={save}
    >
      <ProblemList problems={problems} />
    </NameForm>
  );
}

function FollowButton({ follow }: { follow: Follow }) {
  const { lang } = useFormat();
  const { t } = useTranslation();
  const { data } = useQuery(FollowingDocument, { variables: { lang } });
  const { problems, busy, change } = useChange();
  if (!data) return null;
  const isFollowed = data.following.follows.some(
    ({ kind, code }) => kind === follow.kind && code === follow.code,
  );
  return (
    <>
      <ToolButton
        aria-pressed={isFollowed}
        disabled={busy}
        onClick={() =>
          void (isFollowed ? change(UnfollowDocument, follow) : change(FollowDocument, follow))
        }
      >
        {isFollowed ? `✓ ${t('follow.following')}` : t('follow.follow')}
      </ToolButton>
      {problems.length > 0 && <span role="alert">{t('follow.failed')}</span>}
    </>
  );
}
