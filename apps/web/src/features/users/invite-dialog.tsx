import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { Dialog } from '../../desk/dialog.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { TextField } from '../../desk/text-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { LinkSent } from './link-sent.tsx';
import {
  rightsOf,
  SecondPersonHint,
  UserFields,
  type Memberships,
  type UserDraft,
} from './user-fields.tsx';
import { InviteUserDocument } from './users.generated.ts';

const NOBODY: UserDraft = {
  name: '',
  role: 'REPORTER',
  area: '',
  organisation: '',
  language: 'ru',
};

/** A new account; its person gets a mail with a link to set a password. */
export function InviteDialog(props: { memberships: Memberships; onClose: () => void }) {
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
