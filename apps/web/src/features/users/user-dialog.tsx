import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { Dialog } from '../../desk/dialog.tsx';
import { useMe } from '../../desk/session.ts';
import { type Memberships, SecondPersonHint } from './user-fields.tsx';
import { UserForm } from './user-form.tsx';
import { UserSuccession } from './user-succession.tsx';
import {
  ChangeUserEmailDocument,
  DisableUserDocument,
  EndSessionsDocument,
  EraseUserDocument,
  RenewInvitationDocument,
  type UserRowFragment,
  UserSessionsDocument,
} from './users.generated.ts';
import { type SubmitEvent, useState } from 'react';
import admin from '../../desk/admin.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { LinkSent } from './link-sent.tsx';
import { TextField } from '../../desk/text-field.tsx';
import { useQuery } from '@apollo/client/react';
import { PartFailed } from '../../desk/part-failed.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { SessionList } from './session-list.tsx';

/** The sessions of another person. */
function UserSessions({ user }: { user: string }) {
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

/** A pseudonym for good. It cannot be undone, so it is said twice. */
function UserErasure({ user, onDone }: { user: UserRowFragment; onDone: () => void }) {
  const { id, version, name } = user;
  const { t } = useTranslation('desk');
  const [sure, setSure] = useState(false);
  const { problems, busy, change } = useChange();
  const send = async () => {
    const { done } = await change(EraseUserDocument, { user: id, expectedVersion: version });
    if (done) onDone();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <details className={admin.more}>
      <summary>{t('leaving.erase.title')}</summary>
      <p className={admin.soft}>{t('leaving.erase.text')}</p>
      <form className={admin.form} onSubmit={submit}>
        <label>
          <input
            type="checkbox"
            required
            checked={sure}
            onChange={(event) => setSure(event.target.checked)}
          />{' '}
          {t('leaving.erase.sure', { name })}
        </label>
        <ProblemList problems={problems} />
        <button type="submit" className={desk.quiet} disabled={busy || !sure}>
          {t('leaving.erase.send')}
        </button>
      </form>
    </details>
  );
}

/** Another address to sign in by: a mail to it, and the change when its link is opened there. */
function UserEmail({ user }: { user: UserRowFragment }) {
  const { id, version, role, newEmail } = user;
  const { t } = useTranslation('desk');
  const [email, setEmail] = useState('');
  const [sends, setSends] = useState<boolean>();
  const { problems, busy, change } = useChange();
  const send = async () => {
    const input = { user: id, expectedVersion: version, email };
    const { done, answer } = await change(ChangeUserEmailDocument, input);
    if (done) setSends(answer?.sends);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <details className={admin.more}>
      <summary>{t('leaving.email.title')}</summary>
      <p className={admin.soft}>{t('leaving.email.text')}</p>
      <SecondPersonHint role={role} />
      {newEmail !== null && sends === undefined && (
        <p>{t('leaving.email.waiting', { email: newEmail })}</p>
      )}
      {sends === undefined ? (
        <form className={admin.form} onSubmit={submit}>
          <TextField
            label={t('leaving.email.new')}
            type="email"
            required
            value={email}
            onChange={setEmail}
          />
          <ProblemList problems={problems} />
          <button type="submit" className={desk.quiet} disabled={busy}>
            {t('leaving.email.send')}
          </button>
        </form>
      ) : (
        <LinkSent email={newEmail ?? email} account={user.email} sends={sends} />
      )}
    </details>
  );
}

/** A new link for an account, and disabling it. */
function UserAccess({ user, onDone }: { user: UserRowFragment; onDone: () => void }) {
  const { id, email, role, version, disabledAt } = user;
  const { t } = useTranslation('desk');
  const [sends, setSends] = useState<boolean>();
  const { problems, busy, change } = useChange('Users');
  const isOff = disabledAt !== null;

  const sendLink = async () => {
    const { done, answer } = await change(RenewInvitationDocument, { user: id });
    if (done) setSends(answer?.sends);
  };
  const toggle = async () => {
    const input = { user: id, expectedVersion: version, disabled: !isOff };
    if ((await change(DisableUserDocument, input)).done) onDone();
  };
  return (
    <>
      <ProblemList problems={problems} />
      {!isOff && (
        <div className={admin.part}>
          <p className={admin.soft}>{t('users.renewText')}</p>
          <SecondPersonHint role={role} />
          {sends !== undefined ? (
            <LinkSent email={email} account={email} sends={sends} />
          ) : (
            <button
              type="button"
              className={desk.quiet}
              disabled={busy}
              onClick={() => void sendLink()}
            >
              {t('users.renew')}
            </button>
          )}
        </div>
      )}
      <div className={admin.part}>
        <p className={admin.soft}>{t(isOff ? 'users.enableText' : 'users.disableText')}</p>
        <button type="button" className={desk.quiet} disabled={busy} onClick={() => void toggle()}>
          {t(isOff ? 'users.enable' : 'users.disable')}
        </button>
      </div>
    </>
  );
}

/** One account: its rights, its way in, its sessions, and its end. An auditor reads the sessions only. */
export function UserDialog(props: {
  user: UserRowFragment;
  memberships: Memberships;
  onClose: () => void;
}) {
  const { user, onClose } = props;
  const { t } = useTranslation('desk');
  const me = useMe();
  const isErased = user.erasedAt !== null;
  const mayChange = can(me, 'MANAGE_USERS') === 'ALLOWED' && !isErased;
  const own = me.id === user.id;
  return (
    <Dialog title={user.name} onClose={onClose}>
      <p>{isErased ? t('leaving.erase.erased') : user.email}</p>
      {mayChange && (
        <UserForm user={user} memberships={props.memberships} own={own} onSaved={onClose} />
      )}
      {mayChange && !own && <UserAccess user={user} onDone={onClose} />}
      {!isErased && <UserSessions user={user.id} />}
      {mayChange && (
        <div>
          {user.disabledAt === null && <UserEmail user={user} />}
          <UserSuccession user={user} own={own} onDone={onClose} />
          {!own && <UserErasure user={user} onDone={onClose} />}
        </div>
      )}
      <div>
        <button type="button" className={desk.quiet} onClick={onClose}>
          {t('admin.close')}
        </button>
      </div>
    </Dialog>
  );
}
