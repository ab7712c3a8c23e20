import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { useWhen } from '../../desk/use-when.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { DeskSummaryQuery } from './desk-summary.generated.ts';
import styles from './desk-summary.module.css';

/** One area and year. `remind`: undefined where the reader may not. */
export function OutstandingRow(props: {
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
