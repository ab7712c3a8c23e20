import { useTranslation } from 'react-i18next';
import type { RowField } from '@qadam/domain';

/** What a cell of a row is called. */
export function useFieldName() {
  const { t } = useTranslation('desk');
  return (field: RowField): string => t(`import.columns.${field}`);
}
