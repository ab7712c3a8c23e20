import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import { changePassword } from '../../desk/auth.ts';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import { PasswordField } from './password-field.tsx';
import { passwordProblems } from './password-problems.ts';

/** A new password by the old one. */
export function PasswordForm() {
  const { t } = useTranslation('desk');
  const [old, setOld] = useState('');
  const [password, setPassword] = useState('');
  const [isDone, setDone] = useState(false);
  const me = useMe();
  const { problems, busy, run } = useChange('OwnSessions');
  const hint = useId();
  const send = async () => {
    const { done } = await run(async () => ({
      problems: passwordProblems(password, me) ?? (await changePassword(old, password)),
    }));
    setDone(done);
    if (!done) return;
    setOld('');
    setPassword('');
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form className={`${admin.form} ${admin.narrow}`} onSubmit={submit}>
      <PasswordField label={t('account.old')} value={old} onChange={setOld} />
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
      {isDone && <p role="status">{t('account.changed')}</p>}
      <button type="submit" className={desk.primary} disabled={busy}>
        {t('account.change')}
      </button>
    </form>
  );
}
