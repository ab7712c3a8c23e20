import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { PasswordForm } from './password-form.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { SessionList } from './session-list.tsx';
import { EndOwnSessionsDocument, OwnSessionsDocument } from './users.generated.ts';

/** The own password, and where one is signed in: the one ends the other. */
export function OwnSecurity() {
  const { t } = useTranslation('desk');
  const { data, error, refetch } = useQuery(OwnSessionsDocument);
  const { problems, change } = useChange('OwnSessions');
  return (
    <>
      <section className={admin.part} aria-labelledby="password">
        <h2 id="password">{t('account.password')}</h2>
        <PasswordForm />
      </section>
      <section className={admin.part} aria-labelledby="sessions">
        <h2 id="sessions">{t('sessions.title')}</h2>
        {error && <PartFailed error={error} retry={refetch} />}
        <ProblemList problems={problems} />
        {!data && !error && <PageSkeleton />}
        {data && (
          <SessionList
            sessions={data.ownSessions}
            allText={t('sessions.endOthers')}
            onEnd={(session) => void change(EndOwnSessionsDocument, { session })}
          />
        )}
      </section>
    </>
  );
}
