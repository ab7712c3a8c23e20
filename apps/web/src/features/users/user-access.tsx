import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { LinkSent } from './link-sent.tsx';
import { SecondPersonHint } from './user-fields.tsx';
import {
  DisableUserDocument,
  RenewInvitationDocument,
  type UserRowFragment,
} from './users.generated.ts';

/** The two ways of letting somebody in again or keeping them out: a new link, and disabling. */
export function UserAccess(props: {
  user: UserRowFragment;
  onChanged: () => void;
  onDisabled: () => void;
}) {
  const { id, email, role, version, disabledAt } = props.user;
  const { t } = useTranslation('desk');
  const [sends, setSends] = useState<boolean>();
  const [renew] = useMutation(RenewInvitationDocument, { fetchPolicy: 'no-cache' });
  const [disable] = useMutation(DisableUserDocument, { fetchPolicy: 'no-cache' });
  const { problems, busy, run } = useChange(props.onChanged);
  const isOff = disabledAt !== null;

  const sendLink = () =>
    run(async (idempotencyKey) => {
      const variables = { input: { user: id, idempotencyKey } };
      const answer = (await renew({ variables })).data?.renewInvitation;
      if (answer?.problems.length === 0) {
        setSends(answer.sends);
        props.onChanged();
      }
      return answer;
    });
  const toggle = async () => {
    const done = await run(async (idempotencyKey) => {
      const input = { user: id, expectedVersion: version, disabled: !isOff, idempotencyKey };
      return (await disable({ variables: { input } })).data?.disableUser;
    });
    if (done) props.onDisabled();
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
