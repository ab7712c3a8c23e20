import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../desk/admin.module.css';
import { confirmEmail, readEmailChange } from '../desk/auth.ts';
import desk from '../desk/desk.module.css';
import { FailedToLoad } from '../desk/failed-to-load.tsx';
import { ProblemList } from '../desk/problem-list.tsx';
import { useChange } from '../desk/use-change.ts';
import { forgetToken, useLink } from '../features/users/use-link.ts';
import { Message } from '../ui/message.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';

const route = getRouteApi('/$lang/desk/account/email');

/** Where the link for a new address leads. A button, not the opening alone: mail scanners open links too. */
export function ConfirmEmailPage() {
  const { lang } = route.useParams();
  const { token, state, person } = useLink(readEmailChange);
  const { t } = useTranslation('desk');
  const [isDone, setDone] = useState(false);
  const { problems, busy, run } = useChange();

  const confirm = async () => {
    const { done } = await run(async () => ({ problems: await confirmEmail(token) }));
    if (done) forgetToken();
    setDone(done);
  };
  if (state === 'LOADING') return <PageSkeleton />;
  if (state === 'FAILED') return <FailedToLoad retry={() => window.location.reload()} />;
  if (state !== 'OPEN')
    return (
      <Message
        title={t(state === 'WAIT' ? 'newEmail.title' : 'newEmail.invalid')}
        text={t(state === 'WAIT' ? 'invitation.wait' : 'invitation.invalidText')}
      />
    );
  if (isDone)
    return (
      <Message title={t('newEmail.done')} text={t('newEmail.doneText', person)}>
        <Link to="/$lang/sign-in" params={{ lang }} className="button">
          {t('signIn.title')}
        </Link>
      </Message>
    );
  return (
    <div className={admin.page}>
      <h1>{t('newEmail.title')}</h1>
      <p>{t('newEmail.text', person)}</p>
      <ProblemList problems={problems} />
      <div>
        <button
          type="button"
          className={desk.primary}
          disabled={busy}
          onClick={() => void confirm()}
        >
          {t('newEmail.confirm')}
        </button>
      </div>
    </div>
  );
}
