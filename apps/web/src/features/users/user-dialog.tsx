import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import { answered } from '../../desk/answered.tsx';
import { Dialog } from '../../desk/dialog.tsx';
import { Form } from '../../desk/form.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import { useEdited } from '../../desk/use-edited.ts';
import { useUnsaved } from '../../desk/use-unsaved.ts';
import { SessionList } from './session-list.tsx';
import {
  LinkSent,
  rightsOf,
  SecondPersonHint,
  UserFields,
  type Memberships,
  type UserDraft,
} from './user-fields.tsx';
import { UserEmail, UserErasure, UserSuccession } from './user-leaving.tsx';
import {
  ChangeUserDocument,
  DisableUserDocument,
  EndSessionsDocument,
  RenewInvitationDocument,
  ResetSecondFactorDocument,
  UserSessionsDocument,
  type UserRowFragment,
} from './users.generated.ts';

/** One account: its rights, how it signs in, its sessions, and its end. An auditor sees the sessions only. */
export function UserDialog(props: {
  user: UserRowFragment;
  memberships: Memberships;
  onClose: () => void;
}) {
  const { user, memberships, onClose } = props;
  const { t } = useTranslation('desk');
  const me = useMe();
  const isErased = user.erasedAt !== null;
  const mayChange = can(me, 'MANAGE_USERS') === 'ALLOWED' && !isErased;
  const own = me.id === user.id;
  return (
    <Dialog title={user.name} onClose={onClose}>
      <p>{isErased ? t('leaving.erase.erased') : user.email}</p>
      {mayChange && <UserForm user={user} memberships={memberships} own={own} onDone={onClose} />}
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
        <Button variant="default" onClick={onClose}>
          {t('admin.close')}
        </Button>
      </div>
    </Dialog>
  );
}

const draftOf = (user: UserRowFragment): UserDraft & { version: number } => ({
  version: user.version,
  name: user.name,
  role: user.role,
  area: user.area ?? '',
  areas: user.areas ?? [],
  organisation: user.organisation?.id ?? '',
  language: user.language,
});

/** Name, role, country and organisation of an existing account. */
function UserForm(props: {
  user: UserRowFragment;
  memberships: Memberships;
  own: boolean;
  onDone: () => void;
}) {
  const { user, own } = props;
  const { t } = useTranslation('desk');
  const { base, draft, setDraft, unsaved, answered: stored } = useEdited(() => draftOf(user));
  useUnsaved(unsaved);
  const { problems, busy, change } = useChange();
  const save = async () => {
    const account = { user: user.id, expectedVersion: draft.version, name: draft.name };
    const { done, answer } = await change(ChangeUserDocument, { ...account, ...rightsOf(draft) });
    if (answer?.user) stored(draftOf(answer.user), answer.problems);
    if (done) props.onDone();
  };
  return (
    <Form problems={problems} button={t('admin.save')} disabled={busy} send={save}>
      <UserFields
        draft={draft}
        memberships={props.memberships}
        fixed={own}
        onChange={(next) => setDraft({ ...draft, ...next })}
      />
      <p className="note">{t(own ? 'users.own' : 'users.rightsHint')}</p>
      {draft.role !== base.role && <SecondPersonHint role={draft.role} />}
    </Form>
  );
}

/** Sends a new link, removes a lost second factor, and disables or enables the account. */
function UserAccess({ user, onDone }: { user: UserRowFragment; onDone: () => void }) {
  const { id, email, role, version, disabledAt, secondFactor } = user;
  const { t } = useTranslation('desk');
  const [sends, setSends] = useState<boolean>();
  const { problems, busy, change } = useChange('Users');
  const isOff = disabledAt !== null;

  const sendLink = async () => {
    const { done, answer } = await change(RenewInvitationDocument, { user: id });
    if (done) setSends(answer?.sends);
  };
  const resetFactor = async () => {
    const input = { user: id, expectedVersion: version };
    if ((await change(ResetSecondFactorDocument, input)).done) onDone();
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
          <p className="note">{t('users.renewText')}</p>
          <SecondPersonHint role={role} />
          {sends !== undefined ? (
            <LinkSent email={email} account={email} sends={sends} />
          ) : (
            <Button variant="default" disabled={busy} onClick={() => void sendLink()}>
              {t('users.renew')}
            </Button>
          )}
        </div>
      )}
      {!isOff && secondFactor && (
        <div className={admin.part}>
          <p className="note">{t('users.resetFactorText')}</p>
          <SecondPersonHint role={role} />
          <Button variant="default" disabled={busy} onClick={() => void resetFactor()}>
            {t('users.resetFactor')}
          </Button>
        </div>
      )}
      <div className={admin.part}>
        <p className="note">{t(isOff ? 'users.enableText' : 'users.disableText')}</p>
        <Button variant="default" disabled={busy} onClick={() => void toggle()}>
          {t(isOff ? 'users.enable' : 'users.disable')}
        </Button>
      </div>
    </>
  );
}

/** The sessions of another person. */
function UserSessions({ user }: { user: string }) {
  const { t } = useTranslation('desk');
  const mayEnd = can(useMe(), 'MANAGE_USERS') === 'ALLOWED';
  const { data, instead, notice } = answered(
    useQuery(UserSessionsDocument, { variables: { user } }),
    'part',
  );
  const { problems, change } = useChange('UserSessions', 'Users');
  const end = (session: string | null) => void change(EndSessionsDocument, { user, session });
  return (
    <section className={admin.part} aria-labelledby="sessions">
      <h3 id="sessions">{t('sessions.title')}</h3>
      <ProblemList problems={problems} />
      {data ? notice : instead}
      {data && (
        <SessionList
          sessions={data.userSessions}
          allText={t('sessions.endAll')}
          onEnd={mayEnd ? end : undefined}
        />
      )}
    </section>
  );
}
