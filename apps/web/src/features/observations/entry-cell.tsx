import { memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import cards from '../../desk/card-table.module.css';
import desk from '../../desk/desk.module.css';
import { DetailsButton } from '../../desk/details-button.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { nameHasUnit } from '../../ui/name-has-unit.ts';
import { CellDetails } from './cell-details.tsx';
import { CellState, useField } from './cell-inputs.tsx';
import { anchorOf, keyOf } from './cell-key.ts';
import { CellNotes, hasNotes } from './cell-notes.tsx';
import { CellRequests, isRequested } from './cell-requests.tsx';
import styles from './entry-grid.module.css';
import type { EntryState } from './entry-state.ts';
import { largeTableOf } from './large-tables.ts';
import { useReturn } from './open-return.ts';
import { LargeTable } from './parts/large-table.tsx';
import { PartsTable } from './parts/parts-table.tsx';
import { pastOf, PastValue } from './past.tsx';
import type { SelectedColumn } from './selection.ts';
import { ProvisionField, SourceField } from './source-field.tsx';
import { isMarked, MarkField, ReasonField, ValueField } from './value-field.tsx';

interface Row {
  entry: EntryState;
  parts: readonly EntryState[];
  /** True if the law has no other element here: links to the law then lead to this row. */
  wholeLaw: boolean;
  selected: SelectedColumn | undefined;
}

const isSameRow = (a: Row, b: Row): boolean =>
  a.entry === b.entry &&
  a.wholeLaw === b.wholeLaw &&
  a.selected === b.selected &&
  a.parts.length === b.parts.length &&
  a.parts.every((part, at) => part === b.parts[at]);

/**
 * One indicator of the return: its row, the notes below it, and its details on demand. It is drawn again only if
 * something changed in this row, so that typing is as quick in a long return as in a short one.
 */
export const EntryCell = memo(function EntryCell(props: Row) {
  const { entry, parts, selected } = props;
  const { form } = useReturn();
  const { cycle } = form;
  const { t } = useTranslation(['desk', 'public']);
  const [open, setOpen] = useState(false);
  const notes = useId();
  const details = useId();
  const { cell } = entry;
  const key = keyOf(cell);
  const isElement = cell.element !== null;
  // the comment field stays once it was used: emptying it must not remove it under the cursor
  const [commenting, setCommenting] = useState(false);
  const { needsComment } = entry.reading;
  const asked = commenting || (needsComment && cell.editable);
  const comments = open || asked || entry.draft.comment !== '';
  const noted = comments || hasNotes(entry) || isRequested(cell);
  const field = useField(entry, noted ? notes : undefined);
  const large = isElement ? null : largeTableOf(form, cell.indicator);
  return (
    <>
      <tr
        className={`${cards.row ?? ''} ${(isElement && !props.wholeLaw && styles.element) || ''}`}
        id={anchorOf(cell)}
        data-indicator={key}
        data-cell={key}
      >
        <th scope="row" className={styles.name}>
          {props.wholeLaw && <span id={`cell-${cell.indicator}`} />}
          <LocalText of={cell.name} />{' '}
          {!isElement && !nameHasUnit(cell) && (
            <span className={styles.unit}>
              <LocalText of={cell.unitText} />
            </span>
          )}{' '}
          <span className={styles.more}>
            {cell.sample && <span className={desk.sample}>{t('sample')}</span>}
            <DetailsButton
              title={t('grid.details')}
              of={cell.name.text}
              open={open}
              controls={details}
              onToggle={() => setOpen(!open)}
            />
            {cell.assignee && (!isElement || props.wholeLaw) && (
              <span className={styles.unit}>
                {t('grid.assignee', { name: cell.assignee.name })}
              </span>
            )}
            {cell.messages > 0 && <span>{t('grid.messages', { count: cell.messages })}</span>}
          </span>
        </th>
        {[cycle - 2, cycle - 1].map((year) => {
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
        <td
          data-label={cycle}
          data-column="value"
          data-selected={selected === 'value' || undefined}
          className={styles.value}
        >
          <ValueField {...field} />
          {!isElement && (open || isMarked(entry)) && <MarkField {...field} />}
        </td>
        <td data-label={t('grid.reason')}>
          <ReasonField {...field} />
        </td>
        <td
          data-label={t('grid.source')}
          data-column="sourceText"
          data-selected={selected === 'sourceText' || undefined}
        >
          {isElement ? <ProvisionField {...field} /> : <SourceField {...field} />}
        </td>
        <td data-label={t('grid.state')}>
          <CellState entry={entry} />
        </td>
      </tr>
      {noted && (
        <tr className={cards.below} data-indicator={key}>
          <td colSpan={7} id={notes}>
            <CellRequests cell={cell} />
            <CellNotes
              {...field}
              comments={comments}
              onComment={() => setCommenting(true)}
              onProve={open ? undefined : () => setOpen(true)}
            />
          </td>
        </tr>
      )}
      {entry.table && (
        <tr className={cards.below} data-indicator={key}>
          <td colSpan={7}>
            <PartsTable whole={entry} table={entry.table} parts={parts} />
          </td>
        </tr>
      )}
      {large && (
        <tr className={cards.below} data-indicator={key}>
          <td colSpan={7}>
            <LargeTable of={large} parts={parts} />
          </td>
        </tr>
      )}
      {open && (
        <tr className={cards.below} data-indicator={key}>
          <td colSpan={7} id={details}>
            <CellDetails entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
}, isSameRow);
