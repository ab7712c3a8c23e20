import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './use-format.ts';

/** Says how many changes are not listed here, null if that is not known, and in the children where they are; nothing if there are none. */
export function NotListed({ count, children }: { count: number | null; children?: ReactNode }) {
  const { t } = useTranslation('public');
  const format = useFormat();
  if (count === 0) return null;
  const text =
    count === null
      ? t('changes.someNotListed')
      : t('changes.notListed', { count, number: format.number(String(count)) });
  return (
    <p>
      {text} {children}
    </p>
  );
}
