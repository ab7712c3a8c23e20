import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../desk/admin.module.css';
import { readInvitation } from '../desk/auth.ts';
import { FailedToLoad } from '../desk/failed-to-load.tsx';
import { InvitationForm } from '../features/users/invitation-form.tsx';
import { forgetToken, useLink } from '../features/users/use-link.ts';
import { Message } from '../ui/message.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';

const route = getRouteApi('/$lang/desk/account/invitation');

/** Where the link of an invitation leads; without a session. */
export function InvitationPage() {
  const { lang } = route.useParams();
  const { token, state, person } = useLink(readInvitation);
  const { t } = useTranslation('desk');
  const [isDone, setDone] = useState(false);

  const finish = () => {
    forgetToken();
    setDone(true);
  };
  if (state === 'LOADING') return <PageSkeleton />;
  if (state === 'FAILED') return <FailedToLoad retry={() => window.location.reload()} />;
  if (state !== 'OPEN')
    return (
      <Message
        title={t(state === 'WAIT' ? 'invitation.title' : 'invitation.invalid')}
        text={t(state === 'WAIT' ? 'invitation.wait' : 'invitation.invalidText')}
      />
    );
  if (isDone)
    return (
      <Message title={t('invitation.done')} text={t('invitation.doneText', person)}>
        <Link to="/$lang/sign-in" params={{ lang }} className="button">
          {t('signIn.title')}
        </Link>
      </Message>
    );
  return (
    <div className={admin.page}>
      <h1>{t('invitation.title')}</h1>
      <p>{t('invitation.text', person)}</p>
      <InvitationForm token={token} person={person} onDone={finish} />
    </div>
  );
}
