import { useQuery } from '@apollo/client/react';
import { type SubmitEvent, useState } from 'react';
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
import { UserDialog } from './user-dialog.tsx';
import {
  type Memberships,
  rightsOf,
  SecondPersonHint,
  type UserDraft,
  UserFields,
} from './user-fields.tsx';
import { InviteUserDocument, type UserRowFragment, UsersDocument } from './users.generated.ts';
import { Dialog } from '../../desk/dialog.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { LinkSent } from './link-sent.tsx';
import { useWhen } from '../../desk/use-when.ts';
import { LocalText } from '../../ui/local-text.tsx';

type State = 'active' | 'invited' | 'expired' | 'pending' | 'disabled' | 'erased';

function stateOf(
  user: Pick<UserRowFragment, 'erasedAt' | 'disabledAt' | 'hasPassword' | 'linkUntil' | 'pending'>,
): State {
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
  const state = stateOf(user);
  const until = state === 'invited' && user.linkUntil !== null ? user.linkUntil.slice(0, 10) : '';
  return (
    <li className={admin.row}>
      <p>
        <strong>{user.name}</strong>
        <br />
        {user.erasedAt === null && <span className={admin.soft}>{user.email}</span>}
      </p>
      <p>
        {t(`role.${user.role}`)}
        {user.area !== null && ` · ${props.areas.get(user.area) ?? user.area}`}
        <br />
        <span className={admin.soft}>
          {user.organisation && <LocalText of={user.organisation.name} />}
        </span>
      </p>
      <p>
        <span className={`${admin.badge} ${state === 'active' ? '' : admin.off}`}>
          {t(`users.state.${state}`, { date: until === '' ? '' : date(until) })}
        </span>
        <br />
        <span className={admin.soft}>
          {user.lastSignedInAt === null
            ? t('users.neverSeen')
            : t('users.lastSeen', { when: when(user.lastSignedInAt) })}
        </span>
      </p>
      <button type="button" className={desk.quiet} onClick={props.onOpen}>
        {t('admin.open')}
        <span className="visually-hidden"> {t('users.openWhat', { name: user.name })}</span>
      </button>
    </li>
  );
}

const NOBODY: UserDraft = {
  name: '',
  role: 'REPORTER',
  area: '',
  organisation: '',
  language: 'ru',
};

/** A new account; its person gets a mail with a link to set a password. */
function InviteDialog(props: { memberships: Memberships; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const [email, setEmail] = useState('');
  const [draft, setDraft] = useState(NOBODY);
  const [sends, setSends] = useState<boolean>();
  const { problems, busy, change } = useChange('Users');

  const send = async () => {
    const input = { email, name: draft.name, ...rightsOf(draft) };
    const { done, answer } = await change(InviteUserDocument, input);
    if (done) setSends(answer?.sends);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <Dialog title={t('users.invite')} onClose={props.onClose}>
      {sends !== undefined ? (
        <>
          <LinkSent email={email.trim()} account={email.trim()} sends={sends} />
          <div>
            <button type="button" className={desk.quiet} onClick={props.onClose}>
              {t('admin.close')}
            </button>
          </div>
        </>
      ) : (
        <form className={admin.form} onSubmit={submit}>
          <TextField
            label={t('users.email')}
            type="email"
            required
            value={email}
            onChange={setEmail}
          />
          <UserFields draft={draft} memberships={props.memberships} onChange={setDraft} />
          <SecondPersonHint role={draft.role} />
          <ProblemList problems={problems} />
          <div className={desk.row}>
            <button type="submit" className={desk.primary} disabled={busy}>
              {t('users.inviteSend')}
            </button>
            <button type="button" className={desk.quiet} onClick={props.onClose}>
              {t('admin.cancel')}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

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
