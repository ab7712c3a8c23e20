import { useTranslation } from 'react-i18next';
import type { Catalogs } from '@qadam/i18n';

type Operation = keyof Catalogs['desk']['audit']['operations'];
type Field = keyof Catalogs['desk']['audit']['fields'];

/** Names of operations and fields for people; what has none keeps its code. */
export function useAuditText() {
  const { t, i18n } = useTranslation('desk');
  const has = (key: string) => i18n.exists(`desk:${key}`);
  return {
    operation: (code: string): string =>
      has(`audit.operations.${code}`) ? t(`audit.operations.${code as Operation}`) : code,
    /** A path into an object stays as it is. */
    field: (path: string): string =>
      !path.includes('.') && has(`audit.fields.${path}`)
        ? t(`audit.fields.${path as Field}`)
        : path,
  };
}
