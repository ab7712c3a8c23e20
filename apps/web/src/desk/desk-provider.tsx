import { ApolloProvider } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInForm } from '../features/users/sign-in-form.tsx';
import { readMe, signIn, signOut, type Me } from './auth.ts';
import { DeskBar } from './desk-bar.tsx';
import { Dialog } from './dialog.tsx';
import { SessionContext, type Session } from './session.ts';
import { markSignedIn } from './signed-in.ts';
import { workClient, workLink } from './work-client.ts';

const root = getRouteApi('__root__');

/** The signed-in person, the client of the work API, and the dialog to sign in again when a session ends. */
export function DeskProvider({ children }: { children: ReactNode }) {
  const { session: broughtSession, lang } = root.useRouteContext();
  const [me, setMe] = useState<Me | null | undefined>(broughtSession ? undefined : null);
  const [failed, setFailed] = useState(false);
  const [expired, setExpired] = useState(false);
  const waiting = useRef<(() => void)[]>([]);

  useEffect(() => {
    if (!broughtSession) return;
    readMe().then(
      (person) => {
        markSignedIn(person !== null);
        setMe(person);
      },
      () => {
        setMe(null);
        setFailed(true);
      },
    );
  }, [broughtSession]);

  const client = useMemo(
    () =>
      workClient(workLink(lang), () => {
        setExpired(true);
        return new Promise<void>((resolve) => waiting.current.push(resolve));
      }),
    [lang],
  );

  const session = useMemo<Session>(
    () => ({
      me,
      failed,
      signIn,
      signedIn: (next) => {
        setFailed(false);
        markSignedIn(true);
        setMe(next);
      },
      signOut: async () => {
        await signOut();
        markSignedIn(false);
        if (me) {
          const { purgeDrafts } = await import('./draft-store.ts');
          await purgeDrafts(me.id);
        }
        // a new document: nothing of the desk stays in memory
        window.location.assign(window.location.pathname.replace(/^(\/[^/]+).*/, '$1'));
      },
    }),
    [me, failed],
  );

  const resume = () => {
    setExpired(false);
    for (const go of waiting.current.splice(0)) go();
  };

  return (
    <SessionContext value={session}>
      <ApolloProvider client={client}>
        {me && <DeskBar me={me} />}
        {children}
        {expired && me && <SignInAgain me={me} onDone={resume} />}
      </ApolloProvider>
    </SessionContext>
  );
}

/** The session ended during work: nothing on the page is lost, and what waited is sent afterwards. */
function SignInAgain({ me, onDone }: { me: Me; onDone: () => void }) {
  const { t } = useTranslation('desk');
  return (
    <Dialog title={t('signIn.again')}>
      <p>{t('signIn.againText')}</p>
      <SignInForm
        email={me.email}
        onSignedIn={(next) => {
          // another person must not continue on this person's page
          if (next.id === me.id) onDone();
          else window.location.reload();
        }}
      />
    </Dialog>
  );
}
