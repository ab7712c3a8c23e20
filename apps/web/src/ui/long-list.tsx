import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './long-list.module.css';

/** The first items of a long list, the others on demand; all of them are in the document, so that search and print find them. */
export function LongList<T>(props: {
  items: readonly T[];
  first: number;
  children: (items: readonly T[]) => ReactNode;
}) {
  const { t } = useTranslation();
  const { items, first, children } = props;
  // hiding three items or fewer is not worth a button
  if (items.length <= first + 3) return children(items);
  const rest = items.slice(first);
  return (
    <div>
      {children(items.slice(0, first))}
      <details className={styles.more}>
        <summary>{t('list.more', { count: rest.length })}</summary>
        {children(rest)}
      </details>
    </div>
  );
}
