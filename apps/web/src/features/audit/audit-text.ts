import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '@qadam/domain';
import type { Catalogs } from '@qadam/i18n';

type Operation = keyof Catalogs['desk']['audit']['operations'];
type Value = keyof Catalogs['desk']['audit']['values'];
type Field = keyof Catalogs['desk']['audit']['fields'];

const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Is each side of a difference empty or an identifier for which there is no name? Then the difference tells a reader nothing. */
export const isIdentifier = (
  { before, after }: { before: string | null; after: string | null },
  names: ReadonlyMap<string, string>,
): boolean => [before, after].every((one) => one === null || (id.test(one) && !names.has(one)));

/** Readable names of operations and fields; those without a name keep their code. */
export function useAuditText() {
  const { t, i18n } = useTranslation('desk');
  const has = (key: string) => i18n.exists(`desk:${key}`);
  return {
    operation: (code: string): string =>
      has(`audit.operations.${code}`) ? t(`audit.operations.${code as Operation}`) : code,
    /** Roles, states and similar codes by name; figures and texts as they were written. */
    value: (written: string): string => {
      if (ROLES.some((role) => role === written)) return t(`role.${written as Role}`);
      return /^\w+$/.test(written) && has(`audit.values.${written}`)
        ? t(`audit.values.${written as Value}`)
        : written;
    },
    /** The name of a field; a path into an object stays as it is. */
    field: (path: string): string =>
      !path.includes('.') && has(`audit.fields.${path}`)
        ? t(`audit.fields.${path as Field}`)
        : path,
  };
}
