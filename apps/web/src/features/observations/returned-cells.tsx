import { useTranslation } from 'react-i18next';
import { countIndicators } from './by-indicator.ts';
import { keyOf } from './cell-key.ts';
import type { EntryState } from './entry-state.ts';
import styles from './return-form.module.css';

/** What came back from review comes first: each with its question and a way to its cell. */
export function ReturnedCells(props: {
  entries: readonly EntryState[];
  reveal: (indicator: string) => void;
}) {
  const { entries, reveal } = props;
  const { t } = useTranslation('desk');
  const returned = entries.filter(({ cell }) => cell.state === 'RETURNED');
  if (returned.length === 0) return null;
  return (
    <section aria-labelledby="returned" className={styles.returned}>
      <h2 id="returned">{t('duties.answer', { count: countIndicators(returned) })}</h2>
      <ul>
        {returned.map(({ cell }) => (
          <li key={keyOf(cell)}>
            <a href={`#cell-${cell.indicator}`} onClick={() => reveal(cell.indicator)}>
              {cell.name.text}
            </a>
            {cell.returnReason !== null && <q>{cell.returnReason}</q>}
          </li>
        ))}
      </ul>
    </section>
  );
}
