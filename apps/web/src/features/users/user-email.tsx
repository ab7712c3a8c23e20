import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { TextField } from '../../desk/text-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { LinkSent } from './link-sent.tsx';
import { SecondPersonHint } from './user-fields.tsx';
import { ChangeUserEmailDocument, type UserRowFragment } from './users.generated.ts';

/** Another address to sign in by: a mail to it, and the change when its link is opened there. */
export function UserEmail({ user }: { user: UserRowFragment }) {
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
