import { useMutation } from '@apollo/client/react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { TextField } from '../../desk/text-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { LinkBox } from './link-box.tsx';
import { ChangeUserEmailDocument, type UserRowFragment } from './users.generated.ts';

/** Another address to sign in by: a link for it, and the change when it is opened there. */
export function UserEmail(props: { user: UserRowFragment; onChanged: () => void }) {
  const { id, version, name, newEmail } = props.user;
  const { t } = useTranslation('desk');
  const [email, setEmail] = useState('');
  const [token, setToken] = useState<string>();
  const [ask] = useMutation(ChangeUserEmailDocument, { fetchPolicy: 'no-cache' });
  const { problems, busy, run } = useChange(props.onChanged);
  const send = async () => {
    await run(async (idempotencyKey) => {
      const input = { user: id, expectedVersion: version, email, idempotencyKey };
      const answer = (await ask({ variables: { input } })).data?.changeUserEmail;
      if (answer?.token != null) {
        setToken(answer.token);
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
      {newEmail !== null && token === undefined && (
        <p>{t('leaving.email.waiting', { email: newEmail })}</p>
      )}
      {token === undefined ? (
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
        <LinkBox
          title={t('leaving.email.linkTitle')}
          text={t('leaving.email.linkText', { email: newEmail ?? email })}
          label={t('users.linkFor', { name })}
          path="account/email"
          token={token}
        />
      )}
    </details>
  );
}
