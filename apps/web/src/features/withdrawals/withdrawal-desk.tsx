import { useQuery } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { answered } from '../../desk/answered.tsx';
import { More } from '../../desk/more.tsx';
import record from '../../desk/record.module.css';
import { useMe } from '../../desk/session.ts';
import { useFormat } from '../../ui/use-format.ts';
import { WithdrawalForm } from './withdrawal-form.tsx';
import { WithdrawalItem } from './withdrawal-item.tsx';
import { WithdrawalsDocument } from './withdrawals.generated.ts';

/** Withdrawals: a figure that endangers a person leaves every release. One officer requests it, another person confirms. */
export function WithdrawalDesk() {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const asked = useQuery(WithdrawalsDocument, {
    variables: { lang },
    notifyOnNetworkStatusChange: true,
  });
  const { data, instead, notice } = answered(asked);
  const more = (after: string) =>
    asked.fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: { withdrawals: page } }) => {
        const { withdrawals, next } = before.withdrawals;
        // a list that was read again meanwhile does not go on here
        if (next !== after) return before;
        return {
          ...before,
          withdrawals: { ...page, withdrawals: [...withdrawals, ...page.withdrawals] },
        };
      },
    });
  if (!data) return instead;
  const { publishedPlaces: places } = data;
  const { withdrawals, next } = data.withdrawals;
  const waiting = withdrawals.filter(({ state }) => state === 'REQUESTED');
  const settled = withdrawals.filter(({ state }) => state !== 'REQUESTED');
  const lists = [
    { id: 'waiting', title: t('withdrawals.waiting'), items: waiting, empty: 'noneWaiting' },
    { id: 'settled', title: t('withdrawals.settled'), items: settled, empty: 'noneSettled' },
  ] as const;
  return (
    <Stack gap="lg">
      <h1>{t('withdrawals.title')}</h1>
      {notice}
      <p className={record.lead}>{t('withdrawals.text')}</p>
      {lists.map(({ id, title, items, empty }) => (
        <section key={id} aria-labelledby={id} className={record.section}>
          <h2 id={id}>{title}</h2>
          {items.length === 0 ? (
            <p className="note">{t(`withdrawals.${empty}`)}</p>
          ) : (
            <ul className={record.list}>
              {items.map((one) => (
                <WithdrawalItem key={one.id} of={one} places={places} />
              ))}
            </ul>
          )}
        </section>
      ))}
      {next !== null && <More after={next} busy={asked.loading} read={more} />}
      {can(me, 'REQUEST_WITHDRAWAL') === 'ALLOWED' && <WithdrawalForm places={places} />}
    </Stack>
  );
}
