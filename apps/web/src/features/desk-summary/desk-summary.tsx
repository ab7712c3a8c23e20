import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canSomewhere } from '@qadam/domain';
import { NumberTiles } from '../../desk/number-tiles.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import record from '../../desk/record.module.css';
import { useMe } from '../../desk/session.ts';
import { useDaysLeft } from '../../desk/use-days-left.ts';
import { useChange } from '../../desk/use-change.ts';
import { useWhen } from '../../desk/use-when.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import {
  DeskSummaryDocument,
  RemindReportersDocument,
  type DeskSummaryQuery,
} from './desk-summary.generated.ts';

type Outstanding = DeskSummaryQuery['deskSummary']['outstanding'][number];

/** Where each of the numbers is worked on. */
const places = {
  late: { to: '/$lang/review', search: {}, hash: 'owing' },
  toReview: { to: '/$lang/review', search: {}, hash: 'waiting' },
  openQuestions: { to: '/$lang/review', search: { only: 'questions' }, hash: 'waiting' },
  readyToPublish: { to: '/$lang/publish' },
} as const;
const numbers = ['late', 'toReview', 'openQuestions', 'readyToPublish'] as const;

/** The officer's home: four numbers, and outstanding returns. */
export function DeskSummary() {
  const { t } = useTranslation('desk');
  const { lang, number } = useFormat();
  const { data, error, refetch } = useQuery(DeskSummaryDocument, { variables: { lang } });
  const summary = data?.deskSummary;
  const linked = (name: (typeof numbers)[number]) => {
    if (!summary?.[name]) return summary?.[name] ?? '…';
    const count = number(String(summary[name]));
    const label = `${t(`summary.${name}`)}: ${count}`;
    return (
      <Link {...places[name]} params={{ lang }} preload={false} aria-label={label}>
        {count}
      </Link>
    );
  };
  return (
    <Stack component="section" aria-label={t('summary.label')} gap="xs">
      {error ? (
        <PartFailed error={error} retry={refetch} />
      ) : (
        <NumberTiles
          of={numbers.map((name) => ({
            name: t(`summary.${name}`),
            number: linked(name),
            alert: name === 'late' && (summary?.late ?? 0) > 0,
          }))}
        />
      )}
      {!error && summary !== undefined && summary.outstanding.length > 0 && (
        <details id="owing" className={record.more} open={summary.late > 0}>
          <summary>{t('summary.owing', { count: summary.outstanding.length })}</summary>
          <OutstandingList outstanding={summary.outstanding} />
        </details>
      )}
    </Stack>
  );
}

/** Outstanding returns, the latest first; an officer reminds with one click. */
function OutstandingList({ outstanding }: { outstanding: readonly Outstanding[] }) {
  const { t } = useTranslation('desk');
  const mayRemind = canSomewhere(useMe(), 'REMIND_REPORTERS') === 'ALLOWED';
  const [done, setDone] = useState('');
  const { problems, busy, change } = useChange('DeskSummary');

  const send = async ({ area, areaName, cycle }: Outstanding) => {
    const { answer } = await change(RemindReportersDocument, { area, cycle });
    const count = answer?.reminded ?? 0;
    setDone(count > 0 ? t('summary.reminded', { count, name: areaName.text }) : '');
  };
  return (
    <>
      <ul className={record.list}>
        {outstanding.map((one) => (
          <OutstandingRow
            key={`${one.area} ${one.cycle}`}
            of={one}
            remind={mayRemind ? () => void send(one) : undefined}
            busy={busy}
          />
        ))}
      </ul>
      <p role="status" className="soft">
        {done}
      </p>
      <ProblemList problems={problems} />
    </>
  );
}

/** One area and year. `remind` is undefined if the reader may not send reminders. */
function OutstandingRow(props: {
  of: Outstanding;
  remind: (() => void) | undefined;
  busy: boolean;
}) {
  const { remind, busy } = props;
  const { areaName, cycle, dueOn, daysLeft, owed, reporters, ...reminder } = props.of;
  const { t } = useTranslation('desk');
  const { date } = useFormat();
  const when = useWhen();
  const isLate = daysLeft < 0;
  const left = useDaysLeft();
  const button = t('summary.remind', { count: reporters });
  const what = t('summary.remindOf', { name: areaName.text, cycle });
  const { remindedAt, remindableFrom } = reminder;
  const isReminded = remindedAt !== null && remindableFrom !== null;
  return (
    <li>
      <Group justify="space-between" gap="sm">
        <Group gap="md">
          <strong>
            <LocalText of={areaName} />, {cycle}
          </strong>
          <span>{t('summary.owed', { count: owed })}</span>
          <Text span c={isLate ? 'var(--error)' : 'inherit'} fw={isLate ? 600 : 400}>
            {t('due.on', { date: date(dueOn) })} ({left(daysLeft)})
          </Text>
        </Group>
        {isReminded && (
          <p className="soft">
            {t('summary.remindedAt', { when: when(remindedAt), from: when(remindableFrom) })}
          </p>
        )}
        {!isReminded && reporters === 0 && <p className="soft">{t('summary.noReporter')}</p>}
        {!isReminded && reporters > 0 && remind && (
          <Button
            variant="default"
            disabled={busy}
            aria-label={`${button}: ${what}`}
            onClick={remind}
          >
            {button}
          </Button>
        )}
      </Group>
    </li>
  );
}
