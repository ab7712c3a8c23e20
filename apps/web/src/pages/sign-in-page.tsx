import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readSignIn, singleSignOnPath, type Me } from '../desk/auth.ts';
import desk from '../desk/desk.module.css';
import { useSession } from '../desk/session.ts';
import { DemoAccounts } from '../features/users/demo-accounts.tsx';
import { hasDesk, homeOf, isOwnPath } from '../features/users/home-of.ts';
import { SignInForm } from '../features/users/sign-in-form.tsx';
import { Message } from '../ui/message.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import styles from './sign-in-page.module.css';

const route = getRouteApi('/$lang/desk/sign-in');

export function SignInPage() {
  const { lang } = route.useParams();
  const { next, failed } = route.useSearch();
  const { t } = useTranslation('desk');
  const { me } = useSession();
  const [offered, setOffered] = useState<Awaited<ReturnType<typeof readSignIn>>>();
  const [fill, setFill] = useState<{ email: string; password: string }>();

  // a full load, as public pages are documents of another kind
  const leave = ({ role }: Me) =>
    window.location.replace(isOwnPath(next) ? next : homeOf(role, lang));

  useEffect(() => {
    void readSignIn().then(setOffered);
  }, []);

  const goesOn = me != null && (hasDesk(me.role) || isOwnPath(next));
  useEffect(() => {
    if (goesOn) leave(me);
  });

  if (me === undefined || goesOn) return <PageSkeleton />;
  // signed in already, with a role that has no desk: the bar above shows the name and a button to sign out
  if (me) return <Message title={t('signIn.already')} text={t('signIn.alreadyText')} />;
  return (
    <div className={styles.page}>
      <section className={styles.form}>
        <h1>{t('signIn.title')}</h1>
        <p>{t('signIn.text')}</p>
        {failed !== undefined && (
          <p role="alert" className={desk.error}>
            {failedText(failed)}
          </p>
        )}
        {offered?.singleSignOn && (
          <p>
            <a className="button" href={singleSignOnPath(lang, next)}>
              {t('signIn.single')}
            </a>
          </p>
        )}
        <SignInForm
          fill={fill}
          next={offered?.next ?? undefined}
          asksShared
          onSignedIn={(person) => {
            // a person with somewhere to go is sent there by the effect above: a second navigation would cancel it
            if (!hasDesk(person.role) && !isOwnPath(next)) leave(person);
          }}
        />
        <p>
          <PageLink to="/$lang/account/forgotten">{t('forgotten.ask')}</PageLink>
        </p>
        <p className="note">{t('signIn.length')}</p>
      </section>
      <DemoAccounts onPick={setFill} />
    </div>
  );

  function failedText(code: string): string {
    if (code === 'NO_ACCOUNT') return t('signIn.noAccount');
    return t(code === 'PENDING' ? 'signIn.pending' : 'signIn.providerFailed');
  }
}
