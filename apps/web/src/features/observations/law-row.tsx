import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { LocalText } from '../../ui/local-text.tsx';
import { isUnconfirmed } from './confirm-stages.ts';
import type { EntryState } from './entry-state.ts';
import styles from './law.module.css';

/** Above the elements of a law: its name, and one click where nothing changed in it. */
export function LawRow(props: {
  /** Its elements, at least one. */
  entries: readonly EntryState[];
  cell: EntryState['cell'];
  /** Undefined where nothing can be entered. */
  onSame: ((indicator: string) => void) | undefined;
}) {
  const { entries, cell, onSame } = props;
  const { t } = useTranslation('desk');
  const { indicator, indicatorName } = cell;
  return (
    <tr className={styles.head} id={`cell-${indicator}`}>
      <th colSpan={7} scope="rowgroup">
        <span className={styles.line}>
          <LocalText of={indicatorName} />
          <span className={styles.meta}>{t('law.parts', { count: entries.length })}</span>
          {onSame && entries.some(isUnconfirmed) && (
            <button
              type="button"
              className={desk.quiet}
              aria-label={t('law.sameIn', { law: indicatorName.text })}
              onClick={() => onSame(indicator)}
            >
              {t('law.same')}
            </button>
          )}
        </span>
      </th>
    </tr>
  );
}
