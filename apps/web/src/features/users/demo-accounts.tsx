import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDemoAccounts, type DemoAccounts as Accounts } from '../../desk/auth.ts';
import styles from './demo-accounts.module.css';

const root = getRouteApi('__root__');

/** Only the demonstration has accounts to show; elsewhere this is nothing. */
export function DemoAccounts(props: {
  onPick: (account: { email: string; password: string }) => void;
}) {
  const { demo: isDemo } = root.useRouteContext();
  const { t } = useTranslation(['desk', 'public']);
  const [demo, setDemo] = useState<Accounts | null>(null);
  useEffect(() => {
    if (isDemo) void readDemoAccounts().then(setDemo);
  }, [isDemo]);
  if (!demo) return null;
  const { password } = demo;
  return (
    <section aria-labelledby="demo-accounts" className={styles.demo}>
      <h2 id="demo-accounts">{t('signIn.demo')}</h2>
      <p>{t('signIn.demoText')}</p>
      <p>
        {t('signIn.demoPassword')} <code>{password}</code>
      </p>
      <ul>
        {demo.accounts.map(({ email, role, area }) => (
          <li key={email}>
            <button type="button" onClick={() => props.onPick({ email, password })}>
              <strong>
                {t(`role.${role}`)}
                {area !== null && ` · ${area === 'CA4' ? t('public:scorecard.allFour') : area}`}
              </strong>
              <span>{email}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
