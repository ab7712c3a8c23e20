import { useTranslation } from 'react-i18next';
import { countIndicators } from './by-indicator.ts';
import { CellLink } from './cell-link.tsx';
import { keyOf } from './cell-key.ts';
import type { EntryState } from './entry-state.ts';
import styles from './return-form.module.css';

/** What waits for the reporter, before all else: values that were returned or asked about, each with the reviewer's words and a link. */
export function AskedCells(props: {
  kind: 'returned' | 'asked';
  entries: readonly EntryState[];
  reveal: (indicator: string) => void;
}) {
  const { kind, entries, reveal } = props;
  const { t } = useTranslation('desk');
  const asked = entries.filter(isAsked[kind]);
  if (asked.length === 0) return null;
  const count = countIndicators(asked);
  return (
    <section aria-labelledby={kind} className={styles.returned}>
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

/** Does the cell wait for the reporter? */
export const isAsked = {
  returned: ({ cell }: EntryState): boolean => cell.state === 'RETURNED',
  asked: ({ cell }: EntryState): boolean => cell.openQuestion !== null,
};
