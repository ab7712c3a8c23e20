import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PartFailed } from '../../desk/part-failed.tsx';
import { useFormat } from '../../ui/use-format.ts';
import {
  DeskSummaryDocument,
  type DeskSummaryQuery,
  RemindReportersDocument,
} from './desk-summary.generated.ts';
import styles from './desk-summary.module.css';
import { useState } from 'react';
import { can } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import { useWhen } from '../../desk/use-when.ts';
import { LocalText } from '../../ui/local-text.tsx';

/** One area and year. `remind`: undefined where the reader may not. */
function OutstandingRow(props: {
  outstanding: DeskSummaryQuery['deskSummary']['outstanding'][number];
  remind: (() => void) | undefined;
  busy: boolean;
}) {
  const { areaName, cycle, dueOn, daysLeft, owed, reporters, ...reminder } = props.outstanding;
  const { t } = useTranslation('desk');
  const format = useFormat();
  const when = useWhen();
  const days =
    daysLeft > 0
      ? t('due.left', { count: daysLeft })
      : daysLeft === 0
        ? t('due.today')
        : t('due.over', { count: -daysLeft });
  const name = t('summary.remindOf', { name: areaName.text, cycle });
  return (
    <li data-late={daysLeft < 0 || undefined}>
      <div>
        <strong>
          <LocalText of={areaName} />, {cycle}
        </strong>
        <span>{t('summary.owed', { count: owed })}</span>
        <span className={styles.due}>
          {t('due.on', { date: format.date(dueOn) })} ({days})
        </span>
      </div>
      {reminder.remindedAt !== null && reminder.remindableFrom !== null ? (
        <p className={desk.soft}>
          {t('summary.remindedAt', {
            when: when(reminder.remindedAt),
            from: when(reminder.remindableFrom),
          })}
        </p>
      ) : reporters === 0 ? (
        <p className={desk.soft}>{t('summary.noReporter')}</p>
      ) : (
        props.remind && (
          <button
            type="button"
            className={desk.quiet}
            disabled={props.busy}
            aria-label={`${t('summary.remind', { count: reporters })}: ${name}`}
            onClick={props.remind}
          >
            {t('summary.remind', { count: reporters })}
          </button>
        )
      )}
    </li>
  );
}

type Outstanding = DeskSummaryQuery['deskSummary']['outstanding'];

/** Outstanding returns, the latest first; an officer reminds with one click. */
function OutstandingList({ outstanding }: { outstanding: Outstanding }) {
  const { t } = useTranslation('desk');
  const mayRemind = can(useMe(), 'REMIND_REPORTERS') === 'ALLOWED';
  const [done, setDone] = useState('');
  const { problems, busy, change } = useChange('DeskSummary');

  const send = async ({ area, areaName, cycle }: Outstanding[number]) => {
    const { answer } = await change(RemindReportersDocument, { area, cycle });
    const count = answer?.reminded ?? 0;
    setDone(count > 0 ? t('summary.reminded', { count, name: areaName.text }) : '');
  };
  return (
    <>
      <ul className={styles.list}>
        {outstanding.map((one) => (
          <OutstandingRow
            key={`${one.area} ${one.cycle}`}
            outstanding={one}
            remind={mayRemind ? () => void send(one) : undefined}
            busy={busy}
          />
        ))}
      </ul>
      <p role="status" className={desk.soft}>
        {done}
      </p>
      <ProblemList problems={problems} />
    </>
  );
}

const numbers = ['late', 'toReview', 'openQuestions', 'readyToPublish'] as const;
/** Where each of them is worked on. */
const places = {
  late: { to: '/$lang/review', search: {}, hash: 'owing' },
  toReview: { to: '/$lang/review', search: {}, hash: 'waiting' },
  openQuestions: { to: '/$lang/review', search: { only: 'questions' }, hash: 'waiting' },
  readyToPublish: { to: '/$lang/publish' },
} as const;

/** The officer's home: four numbers, and outstanding returns. */
export function DeskSummary() {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { data, error, refetch } = useQuery(DeskSummaryDocument, {
    variables: { lang: format.lang },
  });
  if (error) {
    return (
      <section aria-label={t('summary.label')} className={styles.summary}>
        <PartFailed error={error} retry={refetch} />
      </section>
    );
  }
  const summary = data?.deskSummary;
  return (
    <section aria-label={t('summary.label')} className={styles.summary}>
      <dl className={styles.numbers}>
        {numbers.map((name) => (
          <div key={name} data-alert={(name === 'late' && (summary?.late ?? 0) > 0) || undefined}>
            <dt>{t(`summary.${name}`)}</dt>
            <dd>
              {summary === undefined ? (
                '…'
              ) : summary[name] === 0 ? (
                '0'
              ) : (
                <Link
                  {...places[name]}
                  params={{ lang: format.lang }}
                  preload={false}
                  aria-label={`${t(`summary.${name}`)}: ${String(summary[name])}`}
                >
                  {format.number(String(summary[name]))}
                </Link>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {summary !== undefined && summary.outstanding.length > 0 && (
        <details id="owing" className={styles.owing} open={summary.late > 0}>
          <summary>{t('summary.owing', { count: summary.outstanding.length })}</summary>
          <OutstandingList outstanding={summary.outstanding} />
        </details>
      )}
    </section>
  );
}
