import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../desk/session.ts';
import { DemoAccounts } from '../features/users/demo-accounts.tsx';
import { homeOf, isOwnPath } from '../features/users/home-of.ts';
import { SignInForm } from '../features/users/sign-in-form.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import styles from './sign-in-page.module.css';

const route = getRouteApi('/$lang/desk/sign-in');

export function SignInPage() {
  const { lang } = route.useParams();
  const { next } = route.useSearch();
  const { t } = useTranslation('desk');
  const { me } = useSession();
  const [fill, setFill] = useState<{ email: string; password: string }>();

  // whoever has signed in, now or before, goes on; a full load, as public pages are documents of another kind
  useEffect(() => {
    if (me) window.location.replace(isOwnPath(next) ? next : homeOf(me.role, lang));
  }, [me, next, lang]);

  if (me === undefined || me) return <PageSkeleton />;
  return (
    <div className={styles.page}>
      <section className={styles.form}>
        <h1>{t('signIn.title')}</h1>
        <p>{t('signIn.text')}</p>
        <SignInForm fill={fill} />
        <p className={styles.note}>{t('signIn.length')}</p>
      </section>
      <DemoAccounts onPick={setFill} />
    </div>
  );
}
