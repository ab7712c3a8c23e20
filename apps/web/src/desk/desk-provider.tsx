import { ApolloProvider } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInOverPage } from '../features/users/sign-in-over-page.tsx';
import { Message } from '../ui/message.tsx';
import { readMe, RequestFailed, signIn, signOut, type Me } from './auth.ts';
import { DeskBar } from './desk-bar.tsx';
import { Dialog } from './dialog.tsx';
import { purgeDrafts } from './draft-store.ts';
import { forgetKeptPages } from './kept-page.ts';
import { keepPerson, lastPerson } from './last-reads.ts';
import { isLeaving, onLeaving, setLeaving } from './leaving.ts';
import { SessionContext, type Session } from './session.ts';
import { markSignedIn } from './signed-in.ts';
import { useUntilReached } from './use-until-reached.ts';
import { workClient, workLink } from './work-client.ts';

const root = getRouteApi('__root__');

/** The signed-in person, the client of the work API, and the dialog to sign in again when a session ends. */
export function DeskProvider({ children }: { children: ReactNode }) {
  const { session: broughtSession, lang } = root.useRouteContext();
  const [me, setMe] = useState<Me | null | undefined>(broughtSession ? undefined : null);
  const [failed, setFailed] = useState(false);
  const [expired, setExpired] = useState(false);
  const waiting = useRef<(() => void)[]>([]);

  const [offline, setOffline] = useState(false);
  const [leaving, setIsLeaving] = useState(isLeaving);
  useEffect(() => onLeaving(() => setIsLeaving(true)), []);

  const known = (person: Me | null) => {
    markSignedIn(person !== null);
    void keepPerson(person);
  };

  useEffect(() => {
    if (isLeaving()) return;
    if (!broughtSession) {
      // the session ended while no desk was open
      void keepPerson(null);
      return;
    }
    readMe().then(
      (person) => {
        known(person);
        setMe(person);
      },
      async (error: unknown) => {
        const last = error instanceof RequestFailed ? null : await lastPerson();
        setOffline(last !== null);
        setFailed(last === null);
        setMe(last);
      },
    );
  }, [broughtSession]);

  useUntilReached(offline, () => {
    if (isLeaving()) return;
    readMe().then(
      (person) => {
        if (isLeaving()) return;
        known(person);
        if (person === null) setExpired(true);
        // another person has signed in meanwhile
        else if (person.id !== me?.id) window.location.reload();
        else {
          setMe(person);
          setOffline(false);
        }
      },
      () => undefined,
    );
  });

  const client = useMemo(
    () =>
      workClient(workLink(lang), () => {
        void keepPerson(null);
        setExpired(true);
        return new Promise<void>((resolve) => waiting.current.push(resolve));
      }),
    [lang],
  );

  const session = useMemo<Session>(
    () => ({
      me,
      failed,
      offline,
      signIn,
      signedIn: (next) => {
        setFailed(false);
        setOffline(false);
        known(next);
        setMe(next);
      },
      signOut: async () => {
        markSignedIn(false);
        setLeaving(true);
        if (me) await purgeDrafts(me.id);
        await keepPerson(null);
        await forgetKeptPages().catch(() => undefined);
        if (await isSignedOut()) {
          setLeaving(false);
          leave();
        } else setIsLeaving(true);
      },
    }),
    [me, failed, offline],
  );

  const resume = () => {
    setExpired(false);
    for (const go of waiting.current.splice(0)) go();
  };

  if (leaving) return <Leaving />;
  return (
    <SessionContext value={session}>
      <ApolloProvider client={client}>
        {me && <DeskBar me={me} />}
        {children}
        {expired && me && <SignInAgain onDone={resume} />}
      </ApolloProvider>
    </SessionContext>
  );
}

/** Signs out at the server; true if the server knows that nobody is signed in here any more. */
async function isSignedOut(): Promise<boolean> {
  try {
    await signOut();
    return true;
  } catch (error) {
    return error instanceof RequestFailed && error.answer.code === 'UNAUTHENTICATED';
  }
}

/** Goes to the start page as a new document, so that nothing of the desk stays in memory. */
function leave(): void {
  window.location.assign(window.location.pathname.replace(/^(\/[^/]+).*/, '$1'));
}

/** Shown after signing out without a connection: tells the server as soon as it can be reached. */
function Leaving() {
  const { t } = useTranslation('desk');
  const tell = async () => {
    if (!(await isSignedOut())) return;
    setLeaving(false);
    leave();
  };
  useUntilReached(true, () => void tell());
  useEffect(() => void tell(), []);
  return <Message title={t('signOut.title')} text={t('signOut.text')} />;
}

/** Asks to sign in again when the session ended during work: nothing on the page is lost, and waiting requests are sent afterwards. */
function SignInAgain({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('desk');
  return (
    <Dialog title={t('signIn.again')}>
      <p>{t('signIn.againText')}</p>
      <SignInOverPage onDone={onDone} />
    </Dialog>
  );
}
