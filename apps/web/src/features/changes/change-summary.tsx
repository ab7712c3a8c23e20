import { CHANGE_CLASSES } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import styles from './change-summary.module.css';
import type { ChangeItem } from './changes.types.ts';

/** How many changes of each kind, with the way down to them. */
export function ChangeSummary({ items }: { items: readonly ChangeItem[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('changes.summary')}>
      <ul className={styles.summary}>
        {CHANGE_CLASSES.map((name) => {
          const count = items.filter((item) => item.class === name).length;
          return (
            count > 0 && (
              <li key={name}>
                <a href={`#${name}`}>
                  <strong>{count}</strong> {t(`change.${name}`)}
                </a>
              </li>
            )
          );
        })}
      </ul>
    </nav>
  );
}
