import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Says how many changes are not listed here, null if that is not known, and in the children where they are; nothing if there are none. */
export function NotListed({ count, children }: { count: number | null; children?: ReactNode }) {
  const { t } = useTranslation('public');
  if (count === 0) return null;
  const text = count === null ? t('changes.someNotListed') : t('changes.notListed', { count });
  return (
    <p>
      {text} {children}
    </p>
  );
}
