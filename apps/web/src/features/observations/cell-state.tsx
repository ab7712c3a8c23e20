import { useTranslation } from 'react-i18next';
import styles from './cell-state.module.css';
import type { EntryState, SaveState } from './entry-state.ts';

const marks: Record<Exclude<SaveState, 'UNTOUCHED'>, string> = {
  WAITING: '…',
  SAVING: '⇅',
  SAVED: '✓',
  INVALID: '✕',
  CONFLICT: '≠',
  FAILED: '⟳',
};

/** Where a cell stands in the work, and whether what is typed is saved. Words and marks, not colour alone. */
export function CellState({ entry: { cell, save } }: { entry: EntryState }) {
  const { t } = useTranslation('desk');
  return (
    <span className={styles.state}>
      <span data-state={cell.state}>{t(`state.${cell.state}`)}</span>
      {save !== 'UNTOUCHED' && (
        <span className={styles.save} data-save={save}>
          <span aria-hidden="true">{marks[save]} </span>
          {t(`save.${save}`)}
        </span>
      )}
    </span>
  );
}

/** Whether a part is saved: the mark in sight, the word for those who cannot see it. */
export function SaveMark({ save }: { save: keyof typeof marks }) {
  const { t } = useTranslation('desk');
  return (
    <span className={styles.save} data-save={save} title={t(`save.${save}`)}>
      <span aria-hidden="true">{marks[save]}</span>
      <span className="visually-hidden">{t(`save.${save}`)}</span>
    </span>
  );
}
