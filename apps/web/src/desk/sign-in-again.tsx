import { useTranslation } from 'react-i18next';
import { SignInForm } from '../features/users/sign-in-form.tsx';
import type { Me } from './auth.ts';
import { Dialog } from './dialog.tsx';

/** The session ended during work: nothing on the page is lost, and what waited is sent afterwards. */
export function SignInAgain({ me, onDone }: { me: Me; onDone: () => void }) {
  const { t } = useTranslation('desk');
  return (
    <Dialog title={t('signIn.again')}>
      <p>{t('signIn.againText')}</p>
      <SignInForm
        email={me.email}
        onSignedIn={(next) => {
          // another person must not continue on this person's page
          if (next.id === me.id) onDone();
          else window.location.reload();
        }}
      />
    </Dialog>
  );
}
