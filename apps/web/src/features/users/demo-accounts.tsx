import { SimpleGrid, Stack, UnstyledButton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDemoAccounts, type DemoAccounts as Accounts } from '../../desk/auth.ts';

const root = getRouteApi('__root__');

/** The accounts of the demonstration site, to sign in with; on other sites nothing. */
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
    <Stack component="section" aria-labelledby="demo-accounts" bg="var(--ground)" p="lg" bdrs="md">
      <h2 id="demo-accounts">{t('signIn.demo')}</h2>
      <p>{t('signIn.demoText')}</p>
      <p>
        {t('signIn.demoPassword')} <code>{password}</code>
      </p>
      <SimpleGrid
        component="ul"
        className="plain-list"
        minColWidth="min(14.5rem, 100%)"
        spacing="xs"
      >
        {demo.accounts.map(({ email, role, area }) => (
          <li key={email}>
            <UnstyledButton
              w="100%"
              p="xs"
              bg="var(--paper)"
              bd="1px solid var(--line)"
              bdrs="sm"
              onClick={() => props.onPick({ email, password })}
            >
              <strong>
                {t(`role.${role}`)}
                {area !== null && ` · ${area === 'CA4' ? t('public:scorecard.allFour') : area}`}
              </strong>
              <br />
              <span className="small-note">{email}</span>
            </UnstyledButton>
          </li>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
