import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readMe, readSignIn, singleSignOnPath, type Me } from '../../desk/auth.ts';
import { useMe, useSession } from '../../desk/session.ts';
import { useFormat } from '../../ui/use-format.ts';
import { SignInForm } from './sign-in-form.tsx';

/**
 * Signing in again over a page that must not be left. Accounts of an organisation's own sign-in may have no password: they
 * sign in in another tab, and it is looked for when the person comes back to this one.
 */
export function SignInOverPage({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const me = useMe();
  const session = useSession();
  const [offersSingle, setOffersSingle] = useState(false);
  useEffect(() => {
    void readSignIn().then(({ singleSignOn }) => setOffersSingle(singleSignOn));
  }, []);

  const goOn = (next: Me) => {
    // another person must not continue on this person's page
    if (next.id === me.id) onDone();
    else window.location.reload();
  };
  const look = useEffectEvent(async () => {
    const found = await readMe().catch(() => null);
    if (found === null) return;
    if (found.id === me.id) session.signedIn(found);
    goOn(found);
  });
  useEffect(() => {
    if (!offersSingle) return undefined;
    const onFocus = () => void look();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [offersSingle]);
  return (
    <>
      {offersSingle && (
        <p>
          <a className="button" href={singleSignOnPath(lang)} target="_blank" rel="noopener">
            {t('signIn.single')}
          </a>
          <span className="small-note">{t('signIn.singleHint')}</span>
        </p>
      )}
      <SignInForm email={me.email} onSignedIn={goOn} />
    </>
  );
}
