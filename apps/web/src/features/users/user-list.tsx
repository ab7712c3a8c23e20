import { useQuery } from '@apollo/client/react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { useMe } from '../../desk/session.ts';
import { TextField } from '../../desk/text-field.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { UserDialog } from './user-dialog.tsx';
import type { Memberships } from './user-fields.tsx';
import { UserRow } from './user-row.tsx';
import { UsersDocument } from './users.generated.ts';

const PAGE = 50;
const MOST = 200;

/** All accounts, found by name or address. */
export function UserList({ memberships }: { memberships: Memberships }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState({ search: '', first: PAGE });
  const [open, setOpen] = useState<string>();
  const { data, previousData, error, refetch } = useQuery(UsersDocument, {
    variables: { lang, ...asked },
  });
  const page = (data ?? previousData)?.users;
  const user = page?.users.find(({ id }) => id === open);
  const find = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked({ search: typed, first: PAGE });
  };
  if (error && !page) return <FailedToLoad error={error} retry={refetch} />;
  return (
    <div className={admin.page}>
      <h1>{t('users.title')}</h1>
      {error && <PartFailed error={error} retry={refetch} />}
      <p>{t('users.text')}</p>
      <div className={admin.head}>
        <form role="search" className={admin.find} onSubmit={find}>
          <TextField label={t('users.search')} type="search" value={typed} onChange={setTyped} />
          <button type="submit" className={desk.quiet}>
            {t('users.find')}
          </button>
        </form>
        {can(me, 'MANAGE_USERS') === 'ALLOWED' && (
          <button type="button" className={desk.primary} onClick={() => setOpen('new')}>
            {t('users.invite')}
          </button>
        )}
      </div>
      {!page && <PageSkeleton />}
      {page?.users.length === 0 && <p>{t('users.none')}</p>}
      <ul className={admin.list}>
        {page?.users.map((one) => (
          <UserRow
            key={one.id}
            user={one}
            areas={memberships.areas}
            onOpen={() => setOpen(one.id)}
          />
        ))}
      </ul>
      {page?.next != null && asked.first < MOST && (
        <div>
          <button
            type="button"
            className={desk.quiet}
            onClick={() => setAsked({ ...asked, first: Math.min(asked.first + PAGE, MOST) })}
          >
            {t('admin.more')}
          </button>
        </div>
      )}
      {open === 'new' && (
        <InviteDialog memberships={memberships} onClose={() => setOpen(undefined)} />
      )}
      {user && (
        <UserDialog
          key={user.id}
          user={user}
          memberships={memberships}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}
