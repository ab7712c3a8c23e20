import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '@qadam/domain';
import type { Catalogs } from '@qadam/i18n';

type Operation = keyof Catalogs['desk']['audit']['operations'];
type Value = keyof Catalogs['desk']['audit']['values'];
type Field = keyof Catalogs['desk']['audit']['fields'];

const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Whether a difference tells nothing but the identifier of something that nobody can name. */
export const isIdentifier = (
  { before, after }: { before: string | null; after: string | null },
  names: ReadonlyMap<string, string>,
): boolean => [before, after].every((one) => one === null || (id.test(one) && !names.has(one)));

/** Names of operations and fields for people; what has none keeps its code. */
export function useAuditText() {
  const { t, i18n } = useTranslation('desk');
  const has = (key: string) => i18n.exists(`desk:${key}`);
  return {
    operation: (code: string): string =>
      has(`audit.operations.${code}`) ? t(`audit.operations.${code as Operation}`) : code,
    /** Roles, states and the like by name; a figure or a text as it was written. */
    value: (written: string): string => {
      if (ROLES.some((role) => role === written)) return t(`role.${written as Role}`);
      return /^\w+$/.test(written) && has(`audit.values.${written}`)
        ? t(`audit.values.${written as Value}`)
        : written;
    },
    /** A path into an object stays as it is. */
    field: (path: string): string =>
      !path.includes('.') && has(`audit.fields.${path}`)
        ? t(`audit.fields.${path as Field}`)
        : path,
  };
}
