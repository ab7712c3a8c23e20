import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { useFormat } from '../../ui/use-format.ts';

/** By when, in the country's own days. */
export function DueDate({ dueOn, daysLeft }: { dueOn: string; daysLeft: number }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const soon = daysLeft === 0 ? t('due.today') : t('due.left', { count: daysLeft });
  const isLate = daysLeft < 0;
  return (
    <p>
      {t('due.on', { date: format.date(dueOn) })}{' '}
      <strong className={isLate ? desk.error : undefined}>
        ({isLate ? t('due.over', { count: -daysLeft }) : soon})
      </strong>
    </p>
  );
}
