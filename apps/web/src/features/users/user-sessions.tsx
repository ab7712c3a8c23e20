import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { SessionList } from './session-list.tsx';
import { EndSessionsDocument, UserSessionsDocument } from './users.generated.ts';

/** The sessions of another person. */
export function UserSessions({ user }: { user: string }) {
  const { t } = useTranslation('desk');
  const me = useMe();
  const { data, error, refetch } = useQuery(UserSessionsDocument, { variables: { user } });
  const { problems, change } = useChange('UserSessions', 'Users');
  if (error) return <PartFailed error={error} retry={refetch} />;
  const mayEnd = can(me, 'MANAGE_USERS') === 'ALLOWED';
  return (
    <section className={admin.part} aria-labelledby="sessions">
      <h3 id="sessions">{t('sessions.title')}</h3>
      <ProblemList problems={problems} />
      {!data && <PageSkeleton />}
      {data && (
        <SessionList
          sessions={data.userSessions}
          allText={t('sessions.endAll')}
          onEnd={
            mayEnd ? (session) => void change(EndSessionsDocument, { user, session }) : undefined
          }
        />
      )}
    </section>
  );
}
