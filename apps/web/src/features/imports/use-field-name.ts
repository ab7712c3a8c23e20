import { useTranslation } from 'react-i18next';
import type { MendedField } from '@qadam/domain';

/** What a cell of a row is called. */
export function useFieldName() {
  const { t } = useTranslation('desk');
  return (field: MendedField): string =>
    field === 'breakdown' ? t('import.unknown.breakdown') : t(`import.columns.${field}`);
}
