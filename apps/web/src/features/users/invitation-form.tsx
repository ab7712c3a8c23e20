import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import { acceptInvitation } from '../../desk/auth.ts';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { PasswordField } from './password-field.tsx';
import { passwordProblems } from './password-problems.ts';

/** The first password of an account, or a new one after the old was forgotten. */
export function InvitationForm(props: {
  token: string;
  person: { email: string; name: string };
  onDone: () => void;
}) {
  const { t } = useTranslation('desk');
  const [password, setPassword] = useState('');
  const { problems, busy, run } = useChange();
  const hint = useId();
  const send = async () => {
    const { done } = await run(async () => ({
      problems:
        passwordProblems(password, props.person) ?? (await acceptInvitation(props.token, password)),
    }));
    if (done) props.onDone();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form className={`${admin.form} ${admin.narrow}`} onSubmit={submit}>
      {/* password managers keep the password under this name */}
      <input type="hidden" name="username" autoComplete="username" value={props.person.email} />
      <PasswordField
        label={t('account.new')}
        isNew
        value={password}
        onChange={setPassword}
        describedBy={hint}
      />
      <p id={hint} className={admin.soft}>
        {t('account.newHint')}
      </p>
      <ProblemList problems={problems} />
      <button type="submit" className={desk.primary} disabled={busy}>
        {t('invitation.submit')}
      </button>
    </form>
  );
}
