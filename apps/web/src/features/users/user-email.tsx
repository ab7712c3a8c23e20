import { useMutation } from '@apollo/client/react';
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
export function UserEmail(props: { user: UserRowFragment; onChanged: () => void }) {
  const { id, version, role, newEmail } = props.user;
  const { t } = useTranslation('desk');
  const [email, setEmail] = useState('');
  const [sends, setSends] = useState<boolean>();
  const [ask] = useMutation(ChangeUserEmailDocument, { fetchPolicy: 'no-cache' });
  const { problems, busy, run } = useChange(props.onChanged);
  const send = async () => {
    await run(async (idempotencyKey) => {
      const input = { user: id, expectedVersion: version, email, idempotencyKey };
      const answer = (await ask({ variables: { input } })).data?.changeUserEmail;
      if (answer?.problems.length === 0) {
        setSends(answer.sends);
        props.onChanged();
      }
      return answer;
    });
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
        <LinkSent email={newEmail ?? email} account={props.user.email} sends={sends} />
      )}
    </details>
  );
}
