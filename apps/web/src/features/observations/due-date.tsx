import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';
import styles from './due-date.module.css';

/** By when, in the country's own days. */
export function DueDate({ dueOn, daysLeft }: { dueOn: string; daysLeft: number }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const days =
    daysLeft > 0
      ? t('due.left', { count: daysLeft })
      : daysLeft === 0
        ? t('due.today')
        : t('due.over', { count: -daysLeft });
  const isLate = daysLeft < 0;
  return (
    <p className={isLate ? styles.late : undefined}>
      {t('due.on', { date: format.date(dueOn) })} <strong>({days})</strong>
    </p>
  );
}
