import { useTranslation } from 'react-i18next';
import { openWord } from '../../charts/reading-text.ts';
import type { EntryState } from './entry-state.ts';
import styles from './entry-grid.module.css';
import type { FieldProps } from './field-props.ts';

const FINAL = 'A';
const OFFERED = [FINAL, 'P', 'E'];

const markOf = ({ draft, cell }: EntryState): string =>
  draft.obsStatus ?? cell.current?.obsStatus ?? FINAL;

/** Is there a value, and is it not final? */
export const isMarked = (entry: EntryState): boolean =>
  entry.draft.missingReason === null && openWord(markOf(entry)) !== null;

/** The OBS_STATUS of the value; that of an import stays until it is changed here. */
export function MarkField({ entry, label, change, leave }: FieldProps) {
  const { t } = useTranslation(['desk', 'public']);
  const mark = markOf(entry);
  return (
    <select
      className={styles.input}
      aria-label={t('grid.markOf', { label })}
      disabled={!entry.cell.editable || entry.draft.missingReason !== null}
      value={mark}
      onChange={(event) => change({ obsStatus: event.target.value })}
      onBlur={leave}
    >
      {[...new Set([...OFFERED, mark])].map((code) => {
        const word = openWord(code);
        return (
          <option key={code} value={code}>
            {word === null ? t('grid.final') : t(`public:chart.status.${word}`)}
          </option>
        );
      })}
    </select>
  );
}
