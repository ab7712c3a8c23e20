import { useQuery } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import { Dialog } from '../../desk/dialog.tsx';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { Form } from '../../desk/form.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { useMe } from '../../desk/session.ts';
import { TextField } from '../../desk/text-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useUnsaved } from '../../desk/use-unsaved.ts';
import { useWhen } from '../../desk/use-when.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { UserDialog } from './user-dialog.tsx';
import {
  LinkSent,
  rightsOf,
  SecondPersonHint,
  UserFields,
  type Memberships,
  type UserDraft,
} from './user-fields.tsx';
import { InviteUserDocument, UsersDocument, type UserRowFragment } from './users.generated.ts';

const NOBODY: UserDraft = {
  name: '',
  role: 'REPORTER',
  area: '',
  areas: [],
  organisation: '',
  language: 'ru',
};

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
  const close = () => setOpen(undefined);
  const find = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked({ search: typed, first: PAGE });
  };
  if (error && !page) return <FailedToLoad error={error} retry={refetch} />;
  return (
    <Stack gap="lg">
      <h1>{t('users.title')}</h1>
      {error && <PartFailed error={error} retry={refetch} />}
      <p>{t('users.text')}</p>
      <div className={admin.head}>
        <form role="search" className={admin.find} onSubmit={find}>
          <TextField label={t('users.search')} type="search" value={typed} onChange={setTyped} />
          <Button type="submit" variant="default">
            {t('users.find')}
          </Button>
        </form>
        {can(me, 'MANAGE_USERS') === 'ALLOWED' && (
          <Button onClick={() => setOpen('new')}>{t('users.invite')}</Button>
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
          <Button
            variant="default"
            onClick={() => setAsked({ ...asked, first: Math.min(asked.first + PAGE, MOST) })}
          >
            {t('admin.more')}
          </Button>
        </div>
      )}
      {open === 'new' && <InviteDialog memberships={memberships} onClose={close} />}
      {user && <UserDialog key={user.id} user={user} memberships={memberships} onClose={close} />}
    </Stack>
  );
}

function stateOf(user: UserRowFragment) {
  if (user.erasedAt !== null) return 'erased';
  if (user.disabledAt !== null) return 'disabled';
  if (user.pending) return 'pending';
  if (user.hasPassword) return 'active';
  return user.linkUntil === null ? 'expired' : 'invited';
}

/** One account in the list. */
function UserRow(props: {
  user: UserRowFragment;
  areas: ReadonlyMap<string, string>;
  onOpen: () => void;
}) {
  const { user } = props;
  const { t } = useTranslation('desk');
  const { date } = useFormat();
  const when = useWhen();
  const until = user.linkUntil === null ? '' : date(user.linkUntil.slice(0, 10));
  const state = stateOf(user);
  return (
    <li className={admin.row}>
      <p>
        <strong>{user.name}</strong>
        <br />
        {user.erasedAt === null && <span className="note">{user.email}</span>}
      </p>
      <p>
        {t(`role.${user.role}`)}
        {user.area !== null && ` · ${props.areas.get(user.area) ?? user.area}`}
        <br />
        <span className="note">
          {user.organisation && <LocalText of={user.organisation.name} />}
        </span>
      </p>
      <p>
        <span className={`${admin.badge} ${state === 'active' ? '' : admin.off}`}>
          {t(`users.state.${state}`, { date: until })}
        </span>
        <br />
        <span className="note">
          {user.lastSignedInAt === null
            ? t('users.neverSeen')
            : t('users.lastSeen', { when: when(user.lastSignedInAt) })}
        </span>
      </p>
      <Button variant="default" onClick={props.onOpen}>
        {t('admin.open')}
        <span className="visually-hidden"> {t('users.openWhat', { name: user.name })}</span>
      </Button>
    </li>
  );
}

/** A new account; its person gets a mail with a link to set a password. */
function InviteDialog({ memberships, onClose }: { memberships: Memberships; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const [email, setEmail] = useState('');
  const [draft, setDraft] = useState(NOBODY);
  const [sends, setSends] = useState<boolean>();
  const { problems, busy, change } = useChange('Users');
  useUnsaved(sends === undefined && (email !== '' || draft !== NOBODY));

  const send = async () => {
    const input = { email, name: draft.name, ...rightsOf(draft) };
    const { done, answer } = await change(InviteUserDocument, input);
    if (done) setSends(answer?.sends);
  };
  const away = (name: string) => (
    <Button variant="default" onClick={onClose}>
      {name}
    </Button>
  );
  return (
    <Dialog title={t('users.invite')} onClose={onClose}>
      {sends !== undefined ? (
        <>
          <LinkSent email={email.trim()} account={email.trim()} sends={sends} />
          <div>{away(t('admin.close'))}</div>
        </>
      ) : (
        <Form
          problems={problems}
          button={t('users.inviteSend')}
          disabled={busy}
          beside={away(t('admin.cancel'))}
          send={send}
        >
          <TextField
            label={t('users.email')}
            type="email"
            required
            value={email}
            onChange={setEmail}
          />
          <UserFields draft={draft} memberships={memberships} onChange={setDraft} />
          <SecondPersonHint role={draft.role} />
        </Form>
      )}
    </Dialog>
  );
}
