import { useTranslation } from 'react-i18next';
import { keyOf } from './cell-key.ts';
import { CellLink } from './cell-link.tsx';
import { isAsked, type EntryState } from './entry-state.ts';
import styles from './return-form.module.css';
import { countIndicators } from './rows.ts';

/** What waits for the reporter, before all else: values that were returned or asked about, each with the reviewer's words and a link. */
export function AskedCells(props: {
  kind: 'returned' | 'asked';
  entries: readonly EntryState[];
  reveal: (indicator: string) => void;
}) {
  const { kind, reveal } = props;
  const { t } = useTranslation('desk');
  const asked = props.entries.filter(isAsked[kind]);
  if (asked.length === 0) return null;
  const count = countIndicators(asked);
  return (
    <section aria-labelledby={kind} className={styles.asked} data-tone="bad">
      <h2 id={kind}>{t(kind === 'returned' ? 'duties.answer' : 'duties.asked', { count })}</h2>
      <ul>
        {asked.map(({ cell }) => {
          const words = kind === 'returned' ? cell.returnReason : cell.openQuestion?.text;
          return (
            <li key={keyOf(cell)}>
              <CellLink cell={cell} onGo={reveal} />
              {words != null && <q>{words}</q>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
