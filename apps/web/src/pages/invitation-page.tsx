import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../desk/admin.module.css';
import { AuthRefused, readInvitation } from '../desk/auth.ts';
import { FailedToLoad } from '../desk/failed-to-load.tsx';
import { InvitationForm } from '../features/users/invitation-form.tsx';
import { forgetToken, keepToken } from '../features/users/kept-token.ts';
import { Message } from '../ui/message.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';

const route = getRouteApi('/$lang/desk/account/invitation');

type State = 'LOADING' | 'INVALID' | 'WAIT' | 'FAILED' | 'DONE' | 'OPEN';

/** Where the link of an invitation leads: nobody is signed in here. */
export function InvitationPage() {
  const { lang } = route.useParams();
  const given = route.useSearch()['token'];
  const [token] = useState(() => keepToken(given));
  const { t } = useTranslation('desk');
  const [state, setState] = useState<State>('LOADING');
  const [invited, setInvited] = useState({ name: '', email: '' });

  useEffect(() => {
    readInvitation(token).then(
      (found) => {
        if (found) setInvited(found);
        setState(found ? 'OPEN' : 'INVALID');
      },
      (error: unknown) => {
        const isBusy = error instanceof AuthRefused && error.refusal.code === 'RATE_LIMITED';
        setState(isBusy ? 'WAIT' : 'FAILED');
      },
    );
  }, [token]);

  const finish = () => {
    forgetToken();
    setState('DONE');
  };
  if (state === 'LOADING') return <PageSkeleton />;
  if (state === 'FAILED') return <FailedToLoad retry={() => window.location.reload()} />;
  if (state === 'INVALID' || state === 'WAIT')
    return (
      <Message
        title={t(state === 'WAIT' ? 'invitation.title' : 'invitation.invalid')}
        text={t(state === 'WAIT' ? 'invitation.wait' : 'invitation.invalidText')}
      />
    );
  if (state === 'DONE')
    return (
      <Message title={t('invitation.done')} text={t('invitation.doneText', invited)}>
        <Link to="/$lang/sign-in" params={{ lang }} className="button">
          {t('signIn.title')}
        </Link>
      </Message>
    );
  return (
    <div className={admin.page}>
      <h1>{t('invitation.title')}</h1>
      <p>{t('invitation.text', invited)}</p>
      <InvitationForm token={token} email={invited.email} onDone={finish} />
    </div>
  );
}
