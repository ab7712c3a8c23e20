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

/** A new link for an account, and disabling it. */
export function UserAccess({ user, onDone }: { user: UserRowFragment; onDone: () => void }) {
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
