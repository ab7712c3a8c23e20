import { FIRST_YEAR, LAST_YEAR } from '@qadam/domain';
import { useTranslation } from 'react-i18next';

/** Says that typed years are no span that can be shown. */
export function YearsRefused(props: { id: string; className?: string | undefined }) {
  const { t } = useTranslation('charts');
  return (
    <p role="alert" {...props}>
      {t('yearsRefused', { first: FIRST_YEAR, last: LAST_YEAR })}
    </p>
  );
}
