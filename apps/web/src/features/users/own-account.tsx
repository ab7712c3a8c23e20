import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import { changePassword } from '../../desk/auth.ts';
import { Form } from '../../desk/form.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { PasswordField, passwordProblems } from './password-field.tsx';
import { SessionList } from './session-list.tsx';
import { LanguageField } from './user-fields.tsx';
import {
  ChooseLanguageDocument,
  EndOwnSessionsDocument,
  OwnLanguageDocument,
  OwnSessionsDocument,
} from './users.generated.ts';

/** The language in which Qadam writes to the person; a change is saved at once. */
export function OwnLanguage() {
  const { t } = useTranslation('desk');
  const { data, error, refetch } = useQuery(OwnLanguageDocument);
  const { problems, change } = useChange('OwnLanguage');
  return (
    <>
      {data && (
        <LanguageField
          label={t('account.language')}
          hint={t('account.languageHint')}
          value={data.ownLanguage}
          onChange={(language) => void change(ChooseLanguageDocument, { language })}
        />
      )}
      {error && <PartFailed error={error} retry={refetch} />}
      <ProblemList problems={problems} />
    </>
  );
}

/** The person's password, and the sessions in which they are signed in, which a new password ends. */
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

/** Sets a new password; asks for the old one. */
function PasswordForm() {
  const { t } = useTranslation('desk');
  const [old, setOld] = useState('');
  const [password, setPassword] = useState('');
  const [isDone, setDone] = useState(false);
  const me = useMe();
  const { problems, busy, run } = useChange('OwnSessions');
  const send = async () => {
    const { done } = await run(async () => ({
      problems: passwordProblems(password, me) ?? (await changePassword(old, password)),
    }));
    setDone(done);
    if (!done) return;
    setOld('');
    setPassword('');
  };
  return (
    <Form
      w="100%"
      maw="32rem"
      problems={problems}
      button={t('account.change')}
      disabled={busy}
      beside={isDone && <p role="status">{t('account.changed')}</p>}
      send={send}
    >
      <PasswordField label={t('account.old')} value={old} onChange={setOld} />
      <PasswordField isNew value={password} onChange={setPassword} />
    </Form>
  );
}
