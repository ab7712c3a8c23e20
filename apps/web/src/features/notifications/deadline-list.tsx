import { useQuery } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answered } from '../../desk/answered.tsx';
import cards from '../../desk/card-table.module.css';
import { Desk } from '../../desk/desk-head.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useDaysLeft } from '../../desk/use-days-left.ts';
import { useChange } from '../../desk/use-change.ts';
import { groupBy } from '../../ui/group-by.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { CopyField } from '../../ui/share/copy-field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import {
  DeadlinesDocument,
  RenewCalendarDocument,
  type DeadlinesQuery,
} from './deadlines.generated.ts';

/** Who owes what by when, month by month, and how to have it in one's own calendar. */
export function DeadlineList() {
  const { lang, date } = useFormat();
  const { t } = useTranslation('desk');
  const { data, instead, notice } = answered(
    useQuery(DeadlinesDocument, {
      variables: { lang },
      fetchPolicy: 'cache-and-network',
    }),
  );
  if (!data) return instead;
  const months = [...groupBy(data.deadlines, ({ dueOn }) => dueOn.slice(0, 7))];
  return (
    <Desk title={t('calendar.title')}>
      {notice}
      {months.length === 0 && <p>{t('calendar.none')}</p>}
      {months.map(([month, deadlines]) => (
        <section key={month} aria-label={date(month)}>
          <h2>{date(month)}</h2>
          <Month deadlines={deadlines} />
        </section>
      ))}
      <Subscribe address={data.calendarAddress} />
    </Desk>
  );
}

function Month({ deadlines }: { deadlines: DeadlinesQuery['deadlines'] }) {
  const left = useDaysLeft();
  const { lang, date } = useFormat();
  const { t } = useTranslation('desk');
  return (
    <table className={cards.table}>
      <thead>
        <tr>
          <th scope="col">{t('calendar.area')}</th>
          <th scope="col">{t('calendar.due')}</th>
          <th scope="col">{t('calendar.closes')}</th>
        </tr>
      </thead>
      <tbody>
        {deadlines.map(({ area, areaName, cycle, dueOn, closesOn, daysLeft, owed }) => (
          <tr key={`${area} ${String(cycle)}`} className={cards.row}>
            <th scope="row">
              <Link
                to="/$lang/report/$iso3/$cycle"
                params={{ lang, iso3: area, cycle: String(cycle) }}
                preload={false}
              >
                <LocalText of={areaName} />, {cycle}
              </Link>
              {owed > 0 && <div className="note">{t('calendar.owed', { count: owed })}</div>}
            </th>
            <td data-label={t('calendar.due')}>
              {date(dueOn)}
              <div className="note">{left(daysLeft)}</div>
            </td>
            <td data-label={t('calendar.closes')}>{date(closesOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The personal address from which calendar programs read the same dates. */
function Subscribe({ address }: { address: string | null }) {
  const { t } = useTranslation('desk');
  const { problems, busy, change } = useChange('Deadlines');
  return (
    <Stack component="section" aria-labelledby="subscribe" align="flex-start">
      <h2 id="subscribe">{t('calendar.subscribe')}</h2>
      <p>{t('calendar.subscribeText')}</p>
      {address !== null && (
        <>
          <CopyField label={t('calendar.address')} text={address} />
          <p className="note">{t('calendar.renewText')}</p>
        </>
      )}
      <ProblemList problems={problems} />
      <Button
        variant="default"
        disabled={busy}
        onClick={() => void change(RenewCalendarDocument, {})}
      >
        {t(address === null ? 'calendar.make' : 'calendar.renew')}
      </Button>
    </Stack>
  );
}
