import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { LocalText } from '../../ui/local-text.tsx';
import { CellDetails } from './cell-details.tsx';
import { CellQuestion } from './cell-question.tsx';
import { CellNotes, hasNotes } from './cell-notes.tsx';
import { anchorOf, keyOf } from './cell-key.ts';
import { CellState } from './cell-state.tsx';
import type { EntryStore } from './entry-store.ts';
import styles from './entry-grid.module.css';
import type { EntryState } from './entry-state.ts';
import { fieldOf } from './field-props.ts';
import law from './law.module.css';
import { isMarked, MarkField } from './mark-field.tsx';
import { pastOf, PastValue } from './past-value.tsx';
import { ProvisionField } from './provision-field.tsx';
import { PartsTable } from './parts/parts-table.tsx';
import { ReasonField } from './reason-field.tsx';
import { SourceField } from './source-field.tsx';
import { ValueField } from './value-field.tsx';

/** One indicator of the return: its row, what is to be said about it below, and its details when asked for. */
export function EntryCell(props: {
  entry: EntryState;
  /** Where the value is collected by parts. */
  parts: readonly EntryState[];
  store: EntryStore;
  cycle: number;
  years: readonly number[];
}) {
  const { entry, parts, store, cycle, years } = props;
  const { t } = useTranslation(['desk', 'public']);
  const [open, setOpen] = useState(false);
  const notes = useId();
  const details = useId();
  const { cell } = entry;
  const key = keyOf(cell);
  const isElement = cell.element !== null;
  const label = `${cell.name.text}, ${cycle}`;
  // once there, the field stays: emptying it must not take it from under the cursor
  const [commenting, setCommenting] = useState(false);
  const { needsComment } = entry.reading;
  const asked = commenting || (needsComment && cell.editable);
  const comments = open || asked || entry.draft.comment !== '';
  const noted = comments || hasNotes(entry);
  const field = fieldOf(entry, store, { label, describedBy: noted ? notes : undefined });
  return (
    <>
      <tr
        className={isElement ? `${styles.row ?? ''} ${law.element ?? ''}` : styles.row}
        id={anchorOf(cell)}
        data-indicator={key}
        data-cell={key}
      >
        <th scope="row" className={styles.name}>
          <LocalText of={cell.name} />
          {!isElement && (
            <span className={styles.unit}>
              <LocalText of={cell.unitText} />
            </span>
          )}
          <span className={desk.row}>
            {cell.sample && <span className={desk.sample}>{t('sample')}</span>}
            <button
              aria-label={`${t('grid.details')}: ${cell.name.text}`}
              type="button"
              className={desk.linklike}
              aria-expanded={open}
              aria-controls={open ? details : undefined}
              onClick={() => setOpen(!open)}
            >
              {t('grid.details')}
            </button>
            {cell.messages > 0 && <span>{t('grid.messages', { count: cell.messages })}</span>}
          </span>
        </th>
        {years.map((year) => {
          const past = pastOf(cell, year);
          const isGap = past === undefined || (past.value === null && past.status !== 'Q');
          return (
            <td key={year} className={styles.past} data-label={year}>
              {isGap ? (
                <>
                  <span aria-hidden="true">–</span>
                  <span className="visually-hidden">{t('public:figure.notReported')}</span>
                </>
              ) : (
                <PastValue cell={cell} value={past.value} status={past.status} short />
              )}
            </td>
          );
        })}
        <td data-label={cycle} className={styles.value}>
          {cell.returnReason !== null && (
            <p className={styles.returned}>
              <strong>{t('grid.returned')}</strong> {cell.returnReason}
            </p>
          )}
          <CellQuestion cell={cell} />
          <ValueField {...field} />
          {!isElement && (open || isMarked(entry)) && <MarkField {...field} />}
        </td>
        <td data-label={t('grid.reason')}>
          <ReasonField {...field} />
        </td>
        <td data-label={t('grid.source')}>
          {isElement ? <ProvisionField {...field} /> : <SourceField {...field} cycle={cycle} />}
        </td>
        <td data-label={t('grid.state')}>
          <CellState entry={entry} />
        </td>
      </tr>
      {noted && (
        <tr className={styles.notes} data-indicator={key}>
          <td colSpan={7} id={notes}>
            <CellNotes
              {...field}
              store={store}
              comments={comments}
              onComment={() => setCommenting(true)}
              onProve={open ? undefined : () => setOpen(true)}
            />
          </td>
        </tr>
      )}
      {entry.table && (
        <tr className={styles.partsRow} data-indicator={key}>
          <td colSpan={7}>
            <PartsTable
              whole={entry}
              table={entry.table}
              parts={parts}
              store={store}
              cycle={cycle}
            />
          </td>
        </tr>
      )}
      {open && (
        <tr className={styles.details} data-indicator={key}>
          <td colSpan={7} id={details}>
            <CellDetails entry={entry} cycle={cycle} />
          </td>
        </tr>
      )}
    </>
  );
}
