import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../../desk/desk.module.css';
import { LocalText } from '../../../ui/local-text.tsx';
import { CellDetails } from '../cell-details.tsx';
import { CellNotes, hasNotes } from '../cell-notes.tsx';
import type { EntryStore } from '../entry-store.ts';
import grid from '../entry-grid.module.css';
import type { EntryState } from '../entry-state.ts';
import { fieldOf } from '../field-props.ts';
import { CellQuestion } from '../cell-question.tsx';
import { ReasonField } from '../reason-field.tsx';
import styles from './parts-table.module.css';

/** A word for a gap was typed: which gap it is has to be chosen. */
const meansGap = ({ draft, reading }: EntryState): boolean =>
  draft.missingReason !== null || reading.fieldProblems.some(({ code }) => code === 'MISSING_WORD');

/** Is there anything to be said of this part below its table? */
export const isNoted = (entry: EntryState): boolean =>
  hasNotes(entry) ||
  entry.reading.needsComment ||
  entry.draft.comment !== '' ||
  entry.cell.messages > 0 ||
  entry.cell.returnReason !== null;

/** What is to be said of one part: under its own name below the table, as there is no room in it. */
export function PartNotes(props: { entry: EntryState; store: EntryStore; cycle: number }) {
  const { entry, store, cycle } = props;
  const { t } = useTranslation('desk');
  const [open, setOpen] = useState(false);
  const { cell } = entry;
  const field = fieldOf(entry, store, { label: `${cell.name.text}, ${cycle}` });
  return (
    <section className={styles.notes}>
      <h4>
        <LocalText of={cell.name} />
      </h4>
      {cell.returnReason !== null && (
        <p className={grid.returned}>
          <strong>{t('grid.returned')}</strong> {cell.returnReason}
        </p>
      )}
      <CellQuestion cell={cell} />
      {meansGap(entry) && (
        <ReasonField
          {...field}
          change={({ missingReason = null }) =>
            // the reason says what the word said
            field.change({ missingReason, value: '', numerator: '', denominator: '' })
          }
        />
      )}
      <CellNotes
        {...field}
        store={store}
        comments={entry.reading.needsComment || entry.draft.comment !== ''}
      />
      <button
        type="button"
        className={desk.linklike}
        aria-expanded={open}
        aria-label={`${t('grid.details')}: ${cell.name.text}`}
        onClick={() => setOpen(!open)}
      >
        {t('grid.details')}
      </button>
      {open && <CellDetails entry={entry} cycle={cycle} />}
    </section>
  );
}
