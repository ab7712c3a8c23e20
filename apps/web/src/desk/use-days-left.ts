import { useTranslation } from 'react-i18next';

/** How many days are left until a due day, or how many days ago it was, in words. */
export function useDaysLeft(): (daysLeft: number) => string {
  const { t } = useTranslation('desk');
  return (daysLeft) => {
    if (daysLeft < 0) return t('due.over', { count: -daysLeft });
    return daysLeft === 0 ? t('due.today') : t('due.left', { count: daysLeft });
  };
}
