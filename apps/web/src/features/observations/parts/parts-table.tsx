import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { partKey, TOTAL_PART } from '@qadam/domain';
import { Button } from '../../../desk/button.tsx';
import desk from '../../../desk/desk.module.css';
import { Figure } from '../../../ui/figure.tsx';
import { LocalText } from '../../../ui/local-text.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { CellDetails } from '../cell-details.tsx';
import { FigureInput, SaveMark, useField } from '../cell-inputs.tsx';
import { anchorOf, keyOf } from '../cell-key.ts';
import { CellNotes, hasNotes } from '../cell-notes.tsx';
import { CellRequests } from '../cell-requests.tsx';
import { lacksComment, type EntryState, type Table } from '../entry-state.ts';
import { useReturn } from '../open-return.ts';
import { computedValue } from '../read-draft.ts';
import { RatioInputs, ReasonField } from '../value-field.tsx';
import styles from './parts-table.module.css';
import { PartsGrid } from './sides.tsx';
import { offeredTotals } from './table-of.ts';
import { useExplained } from './use-explained.ts';

const NAMED = ['sex', 'age', 'urbanisation', 'region'] as const;

/** The parts of one value as a table: their sums are checked and offered while they are typed. */
export function PartsTable(props: {
  whole: EntryState;
  table: Table;
  parts: readonly EntryState[];
}) {
  const { whole, table, parts } = props;
  const { store } = useReturn();
  const { t } = useTranslation('desk');
  const axes = table.axes.map(({ dimension }) =>
    t(`parts.axis.${NAMED.find((one) => one === dimension) ?? 'breakdown'}`),
  );
  const title = t('parts.title', { axes: axes.join(' × ') });
  const filled = parts.filter(({ reading }) => !reading.empty).length;
  const members = [whole, ...parts];
  const memberOf = new Map(members.map((entry) => [partKey(entry.cell.part), entry]));
  const totals = offeredTotals(table, members, store.mark);
  const explained = useExplained(parts);
  const isFolded = ({ cell }: EntryState) => explained.has(keyOf(cell));
  const takeTotals = () => {
    store.fill(totals);
    void store.settle();
  };
  return (
    <details open className={`${desk.panel ?? ''} ${styles.parts ?? ''}`}>
      <summary>
        <strong>{title}</strong>{' '}
        <span className={desk.soft}>{t('parts.filled', { filled, total: parts.length })}</span>
      </summary>
      <div className={desk.scroll}>
        <PartsGrid
          of={table}
          single={store.year}
          className={styles.table}
          aria-label={`${whole.cell.name.text}. ${title}`}
          data-parts={whole.cell.indicator}
          inside={(codes) => {
            const entry = memberOf.get(partKey({ ...TOTAL_PART, ...codes }));
            if (entry !== whole) return entry && <PartField entry={entry} />;
            const value = whole.reading.holds?.value ?? null;
            return (
              <output className={styles.whole}>
                <Figure indicator={whole.cell} value={value} />
              </output>
            );
          }}
        />
      </div>
      {totals.length > 0 && (
        <Button onClick={takeTotals}>{t('parts.takeTotals', { count: totals.length })}</Button>
      )}
      {parts
        .filter((entry) => isNoted(entry) && !isFolded(entry))
        .map((entry) => (
          <PartNotes key={keyOf(entry.cell)} entry={entry} />
        ))}
      <Explained of={parts.filter(isFolded)} name={whole.cell.name.text} />
    </details>
  );
}

/** Parts about which nothing is left to say, folded: a file can bring a comment for each of very many. */
function Explained({ of, name }: { of: readonly EntryState[]; name: string }) {
  const { t } = useTranslation('desk');
  const [open, setOpen] = useState(false);
  if (of.length === 0) return null;
  return (
    <details
      className={desk.tight}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {t('parts.explained', { total: of.length })}
        <span className="visually-hidden"> ({name})</span>
      </summary>
      {open && of.map((entry) => <PartNotes key={keyOf(entry.cell)} entry={entry} />)}
    </details>
  );
}

/** Parts one below the other, for a table that is too large to be shown. */
export const PartsAlone = ({ of }: { of: readonly EntryState[] }) =>
  of.map((entry) => <PartNotes key={keyOf(entry.cell)} entry={entry} alone />);

/** One part in its table: the number, or both numbers of a share, and whether they are saved. */
const PartField = memo(function PartField({ entry }: { entry: EntryState }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { cell, draft, reading, save } = entry;
  const field = useField(entry);
  const computed = cell.ratio ? computedValue(reading) : null;
  return (
    <div
      id={anchorOf(cell)}
      className={styles.field}
      data-indicator={cell.indicator}
      data-cell={keyOf(cell)}
    >
      {/* the value of a share from an earlier entry: shown so that it can be deleted if it contradicts the two numbers */}
      {(!cell.ratio || draft.value !== '') && <FigureInput {...field} field="value" />}
      {cell.ratio && <RatioInputs {...field} />}
      {computed !== null && (
        <output className={styles.computed}>
          {t('grid.computed', { value: format.number(computed, cell.decimals) })}
        </output>
      )}
      {draft.missingReason !== null && <span>{t(`missing.${draft.missingReason}`)}</span>}
      {save !== 'UNTOUCHED' && <SaveMark save={save} />}
      {lacksComment(entry) && (
        <span className={desk.warning}>
          <span aria-hidden="true">▲</span>
          <span className="visually-hidden">{t('parts.asks')}</span>
        </span>
      )}
    </div>
  );
});

/** Does the part have a missing reason, or a word for a gap in place of a value? Then the reason can be chosen below the table. */
const meansGap = ({ draft, reading }: EntryState): boolean =>
  draft.missingReason !== null || reading.fieldProblems.some(({ code }) => code === 'MISSING_WORD');

const isNoted = (entry: EntryState): boolean =>
  hasNotes(entry) ||
  entry.reading.needsComment ||
  entry.draft.comment !== '' ||
  entry.cell.messages > 0 ||
  entry.cell.returnReason !== null;

/** The notes on one part, under its own name below the table, as there is no room in it. */
const PartNotes = memo(function PartNotes(props: { entry: EntryState; alone?: boolean }) {
  const { entry, alone = false } = props;
  const { t } = useTranslation('desk');
  const [open, setOpen] = useState(false);
  const { cell, reading, draft } = entry;
  const field = useField(entry);
  // the comment field stays once it is there: emptying it must not remove it under the cursor
  const [had] = useState(draft.comment !== '');
  const commented = had || draft.comment !== '';
  return (
    <section className={`${desk.tight ?? ''} ${styles.notes ?? ''}`}>
      <h4>
        <LocalText of={cell.name} />
      </h4>
      <CellRequests cell={cell} />
      {alone && <PartField entry={entry} />}
      {meansGap(entry) && (
        <ReasonField
          {...field}
          change={({ missingReason = null }) =>
            // the chosen reason replaces the word
            field.change({ missingReason, value: '', numerator: '', denominator: '' })
          }
        />
      )}
      <CellNotes {...field} comments={alone || commented || reading.needsComment} />
      <Button
        look="linklike"
        of={cell.name.text}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('grid.details')}
      </Button>
      {open && <CellDetails entry={entry} />}
    </section>
  );
});
