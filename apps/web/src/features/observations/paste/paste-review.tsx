import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../desk/button.tsx';
import desk from '../../../desk/desk.module.css';
import { Sentences } from '../../../desk/problem-list.tsx';
import { ReportedFigure } from '../../../desk/reported-figure.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { keyOf } from '../cell-key.ts';
import type { EntryState } from '../entry-state.ts';
import { useReturn } from '../open-return.ts';
import { ambiguousNumbers, readDraft } from '../read-draft.ts';
import { WhichNumber } from '../which-number.tsx';
import styles from './paste-dialog.module.css';
import {
  toPatch,
  toPatches,
  type Placed,
  type Placement,
  type Unplaced,
  type UnplacedReason,
} from './place-block.ts';

/** Which text of a block goes where, and which is not understood; both can be corrected here. */
export function PasteReview(props: {
  placement: Placement;
  entries: readonly EntryState[];
  onClose: () => void;
}) {
  const { entries, onClose } = props;
  const { store } = useReturn();
  const { t } = useTranslation('desk');
  const entryOf = ({ indicator }: Placed) => entries.find(({ cell }) => keyOf(cell) === indicator);
  const isTaken = (one: Placed) => {
    const entry = entryOf(one);
    return entry !== undefined && toPatch(one, entry.cell) !== null;
  };
  // texts that cannot be taken as they are written come first, to be corrected
  const [placed, setPlaced] = useState<readonly Placed[]>(() =>
    props.placement.placed.toSorted((a, b) => Number(isTaken(a)) - Number(isTaken(b))),
  );
  const [left, setLeft] = useState<readonly Unplaced[]>(props.placement.left);
  const [isPasted, setPasted] = useState(props.placement.isPasted ?? false);
  const taken = placed.filter(isTaken);
  const refused = placed.filter((one) => !isTaken(one));
  const isDone = isPasted && placed.length === 0;
  const leftCells = left.reduce((sum, { more }) => sum + 1 + more, 0);
  const free = entries.filter(
    ({ cell }) => cell.editable && !placed.some((one) => one.indicator === keyOf(cell)),
  );

  const apply = () => {
    const cells = entries.map(({ cell }) => cell);
    store.fill(toPatches(taken, cells));
    void store.settle();
    // nothing that was pasted disappears silently: what was refused stays in sight
    if (refused.length === 0) onClose();
    setPlaced(refused);
    setPasted(true);
  };
  return (
    <>
      <div className={desk.row}>
        {!isDone && (
          <Button look="primary" disabled={taken.length === 0} onClick={apply}>
            {t('paste.apply', { count: taken.length })}
          </Button>
        )}
        <Button onClick={onClose}>{isPasted ? t('paste.close') : t('submit.cancel')}</Button>
      </div>
      {isPasted && <p role="status">{t('paste.taken')}</p>}
      {left.length > 0 && (
        <section>
          <h3>{t('paste.left', { count: leftCells })}</h3>
          <ul className={styles.list}>
            {left.map((one, at) => (
              <UnplacedRow
                key={`${at} ${one.text}`}
                left={one}
                free={free}
                onPlace={(indicator) => {
                  setLeft(left.filter((other) => other !== one));
                  setPlaced([{ indicator, column: 'value', text: one.text }, ...placed]);
                }}
              />
            ))}
          </ul>
        </section>
      )}
      <section hidden={isDone}>
        <h3>{t('paste.placed', { count: taken.length })}</h3>
        {refused.length > 0 && (
          <p className={desk.error}>{t('paste.refused', { count: refused.length })}</p>
        )}
        <ul className={styles.list}>
          {placed.map((one) => {
            const entry = entryOf(one);
            return (
              entry && (
                <PlacedRow
                  key={`${one.indicator} ${one.column}`}
                  placed={one}
                  entry={entry}
                  onChange={(text) =>
                    setPlaced(placed.map((other) => (other === one ? { ...one, text } : other)))
                  }
                  onRemove={() => setPlaced(placed.filter((other) => other !== one))}
                />
              )
            );
          })}
        </ul>
      </section>
    </>
  );
}

/** One pasted text beside its indicator: what is there now, what it becomes, and the text to put right. */
function PlacedRow(props: {
  placed: Placed;
  entry: EntryState;
  onChange: (text: string) => void;
  onRemove: () => void;
}) {
  const { placed, entry } = props;
  const { store } = useReturn();
  const { column } = placed;
  const { t } = useTranslation('desk');
  const { cell } = entry;
  const patch = toPatch(placed, cell);
  const reading = readDraft({ ...entry.draft, ...patch }, cell, store.year, store.mark);
  const doubt = ambiguousNumbers(reading).find(({ field }) => field === column);
  // a missing numerator or denominator is reported in its own row
  const own = reading.fieldProblems.filter(
    ({ field, code }) => field === column && !/^MISSING_(NUM|DENOM)/.test(code),
  );
  const read = reading.hints.filter(({ field }) => field === column);
  const name = t(`paste.column.${column}`, { name: cell.name.text });
  return (
    <li>
      <div className={styles.placed}>
        <span>
          {name}
          {cell.current !== null && column === 'value' && (
            <span className={desk.soft}>
              {' '}
              {t('paste.now')}{' '}
              <ReportedFigure
                indicator={cell}
                value={cell.current.value}
                computed={cell.current.numerator !== null}
              />
            </span>
          )}
        </span>
        <TextInput
          aria-label={name}
          error={patch === null || own.length > 0}
          value={placed.text}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
        <Button aria-label={`${t('paste.leaveOut')}: ${name}`} onClick={props.onRemove}>
          ✕
        </Button>
      </div>
      {patch === null && <p className={desk.error}>{t('paste.why.NO_OPTION')}</p>}
      <Sentences of={own} className={desk.error} />
      <Sentences of={read} className={desk.soft} />
      {doubt && (
        <WhichNumber
          text={placed.text}
          cell={cell}
          read={doubt.read}
          label={name}
          onAnswer={props.onChange}
        />
      )}
    </li>
  );
}

/** Reasons for which no cell can be chosen instead: for whole columns, and for texts beside a table of parts. */
const NOWHERE: ReadonlySet<UnplacedReason> = new Set([
  'WHOLE_COLUMN',
  'OTHER_YEAR',
  'NO_HEADING',
  'OUTSIDE',
]);

/** A text without a place, the reason, and a choice of cells for it. */
function UnplacedRow(props: {
  left: Unplaced;
  free: readonly EntryState[];
  onPlace: (indicator: string) => void;
}) {
  const { left, free } = props;
  const { number } = useFormat();
  const { t } = useTranslation('desk');
  return (
    <li>
      <p>
        <strong>{left.text}</strong> {left.label !== '' && <span>({left.label})</span>}
        {left.more > 0 && <span>{t('paste.andBelow', { number: number(String(left.more)) })}</span>}
        <span className={desk.soft}> {t(`paste.why.${left.reason}`)}</span>
      </p>
      {free.length > 0 && !NOWHERE.has(left.reason) && (
        <NativeSelect
          aria-label={t('paste.goesTo', { text: left.text })}
          value=""
          data={[
            { value: '', label: t('paste.leaveOut') },
            ...free.map(({ cell }) => ({
              value: keyOf(cell),
              label: `${keyOf(cell)} ${cell.name.text}`,
            })),
          ]}
          onChange={(event) => props.onPlace(event.currentTarget.value)}
        />
      )}
    </li>
  );
}
