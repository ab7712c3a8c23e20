import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../desk/admin.module.css';
import { FailedToLoad } from '../desk/failed-to-load.tsx';
import { forgetToken, useLink } from '../features/users/use-link.ts';
import { Message } from '../ui/message.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';

export type OpenLink = Pick<ReturnType<typeof useLink>, 'token' | 'person'> & {
  onDone: () => void;
};

/** The page behind a link in a mail that works once and needs no session. */
export function MailLink(props: {
  of: 'invitation' | 'newEmail';
  read: Parameters<typeof useLink>[0];
  children: (link: OpenLink) => ReactNode;
}) {
  const { of } = props;
  const { token, state, person } = useLink(props.read);
  const { t } = useTranslation('desk');
  const [isDone, setDone] = useState(false);
  const onDone = () => {
    forgetToken();
    setDone(true);
  };
  if (state === 'LOADING') return <PageSkeleton />;
  if (state === 'FAILED') return <FailedToLoad retry={() => window.location.reload()} />;
  if (state === 'WAIT') return <Message title={t(`${of}.title`)} text={t('invitation.wait')} />;
  if (state === 'INVALID')
    return <Message title={t(`${of}.invalid`)} text={t('invitation.invalidText')} />;
  if (isDone)
    return (
      <Message title={t(`${of}.done`)} text={t(`${of}.doneText`, person)}>
        <PageLink to="/$lang/sign-in" className="button">
          {t('signIn.title')}
        </PageLink>
      </Message>
    );
  return (
    <div className={admin.page}>
      <h1>{t(`${of}.title`)}</h1>
      <p>{t(`${of}.text`, person)}</p>
      {props.children({ token, person, onDone })}
    </div>
  );
}
