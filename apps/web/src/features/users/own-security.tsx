import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { SessionList } from './session-list.tsx';
import { EndOwnSessionsDocument, OwnSessionsDocument } from './users.generated.ts';
import { type SubmitEvent, useId, useState } from 'react';
import { changePassword } from '../../desk/auth.ts';
import desk from '../../desk/desk.module.css';
import { useMe } from '../../desk/session.ts';
import { PasswordField } from './password-field.tsx';
import { passwordProblems } from './password-problems.ts';

/** A new password by the old one. */
function PasswordForm() {
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

/** The own password, and where one is signed in: the one ends the other. */
export function OwnSecurity() {
  const { t } = useTranslation('desk');
  const { data, error, refetch } = useQuery(OwnSessionsDocument);
  const { problems, change } = useChange('OwnSessions');
  return (
    <>
      <section className={admin.part} aria-labelledby="password">
        <h2 id="password">{t('account.password')}</h2>
        <PasswordForm />
      </section>
      <section className={admin.part} aria-labelledby="sessions">
        <h2 id="sessions">{t('sessions.title')}</h2>
        {error && <PartFailed error={error} retry={refetch} />}
        <ProblemList problems={problems} />
        {!data && !error && <PageSkeleton />}
        {data && (
          <SessionList
            sessions={data.ownSessions}
            allText={t('sessions.endOthers')}
            onEnd={(session) => void change(EndOwnSessionsDocument, { session })}
          />
        )}
      </section>
    </>
  );
}
