import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { useFormat } from '../../ui/use-format.ts';
import type { NotificationState, OutboxQuery } from './outbox.generated.ts';
import styles from './outbox.module.css';

/** All mails, or those in one state; only states that there are. */
export function StateFilter(props: {
  counts: OutboxQuery['outbox']['counts'];
  chosen: NotificationState | null;
  choose: (state: NotificationState | null) => void;
}) {
  const { counts, chosen, choose } = props;
  const { t } = useTranslation('desk');
  const format = useFormat();
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const choices = [
    { state: null, name: t('outbox.all'), count: total },
    ...counts.map(({ state, count }) => ({ state, name: t(`outbox.state.${state}`), count })),
  ];
  return (
    <div role="group" aria-label={t('outbox.filter')} className={desk.row}>
      {choices.map(({ state, name, count }) => (
        <button
          key={name}
          type="button"
          className={`${desk.quiet ?? ''} ${styles.choice ?? ''}`}
          aria-pressed={state === chosen}
          onClick={() => choose(state)}
        >
          {name} {format.number(String(count))}
        </button>
      ))}
    </div>
  );
}
