import { useQuery } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import { answered } from '../../desk/answered.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import { useWhen } from '../../desk/use-when.ts';
import { LocalText } from '../../ui/local-text.tsx';
import {
  ConfirmAccountDocument,
  PendingAccountsDocument,
  type PendingAccountRowFragment,
} from './users.generated.ts';

/** Accounts that one person has made or changed, and that cannot be used until a second person confirms them. */
export function ConfirmationDesk() {
  const { t } = useTranslation('desk');
  const { data, instead, notice } = answered(useQuery(PendingAccountsDocument));
  const [done, setDone] = useState('');
  const { problems, busy, change } = useChange('PendingAccounts');
  const confirm = async ({ id, version, name }: PendingAccountRowFragment) => {
    const input = { user: id, expectedVersion: version };
    const confirmed = await change(ConfirmAccountDocument, input);
    setDone(confirmed.done ? t('confirmations.done', { name }) : '');
  };
  if (!data) return instead;
  const accounts = data.pendingAccounts;
  return (
    <Stack gap="lg">
      <h1>{t('admin.nav.confirmations')}</h1>
      {notice}
      <p>{t('confirmations.text')}</p>
      <p role="status" className="soft">
        {done}
      </p>
      <ProblemList problems={problems} />
      {accounts.length === 0 && <p>{t('confirmations.none')}</p>}
      <ul className={admin.list}>
        {accounts.map((account) => (
          <PendingRow
            key={account.id}
            account={account}
            busy={busy}
            onConfirm={() => void confirm(account)}
          />
        ))}
      </ul>
    </Stack>
  );
}

function PendingRow(props: {
  account: PendingAccountRowFragment;
  busy: boolean;
  onConfirm: () => void;
}) {
  const { name, email, role, areas, acts, mayConfirm } = props.account;
  const { t } = useTranslation('desk');
  const when = useWhen();
  const isReader = can(useMe(), 'CONFIRM_ACCOUNT') !== 'ALLOWED';
  return (
    <li className={admin.row}>
      <p>
        <strong>{name}</strong>
        <br />
        <span className="note">{email}</span>
      </p>
      <div>
        {acts.map(({ act, by, at }) => (
          <p key={at}>{t(`confirmations.act.${act}`, { by, when: when(at) })}</p>
        ))}
      </div>
      <p>
        {t(`role.${role}`)}
        {areas.map((area) => (
          <span key={area.text}>
            {' '}
            · <LocalText of={area} />
          </span>
        ))}
      </p>
      {mayConfirm ? (
        <Button disabled={props.busy} onClick={props.onConfirm}>
          {t('confirmations.confirm')}
          <span className="visually-hidden"> {t('confirmations.what', { name })}</span>
        </Button>
      ) : (
        <p className="note">{!isReader && t('confirmations.own')}</p>
      )}
    </li>
  );
}
