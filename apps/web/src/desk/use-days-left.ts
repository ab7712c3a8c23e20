import { useTranslation } from 'react-i18next';

/** How many days are left until a due day, in words; or since when it is over. */
export function useDaysLeft(): (daysLeft: number) => string {
  const { t } = useTranslation('desk');
  return (daysLeft) => {
    if (daysLeft < 0) return t('due.over', { count: -daysLeft });
    return daysLeft === 0 ? t('due.today') : t('due.left', { count: daysLeft });
  };
}
