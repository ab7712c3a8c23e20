import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDemoAccounts, type DemoAccounts as Accounts } from '../../desk/auth.ts';
import styles from './demo-accounts.module.css';

/** Only the demonstration answers with accounts; elsewhere this is nothing. */
export function DemoAccounts(props: {
  onPick: (account: { email: string; password: string }) => void;
}) {
  const { t } = useTranslation('desk');
  const [demo, setDemo] = useState<Accounts | null>(null);
  useEffect(() => {
    void readDemoAccounts().then(setDemo);
  }, []);
  if (!demo) return null;
  const { password } = demo;
  return (
    <section aria-labelledby="demo-accounts" className={styles.demo}>
      <h2 id="demo-accounts">{t('signIn.demo')}</h2>
      <p>{t('signIn.demoText')}</p>
      <ul>
        {demo.accounts.map(({ email, role, area }) => (
          <li key={email}>
            <button type="button" onClick={() => props.onPick({ email, password })}>
              <strong>
                {t(`role.${role}`)}
                {area !== null && ` · ${area}`}
              </strong>
              <span>{email}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
