import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../../desk/desk.module.css';
import { keyOf } from '../cell-key.ts';
import type { EntryStore } from '../entry-store.ts';
import type { EntryState } from '../entry-state.ts';
import { UnplacedRow } from './unplaced-row.tsx';
import styles from './paste-dialog.module.css';
import type { Unplaced, Placed, Placement } from './place-block.ts';
import { PlacedRow } from './placed-row.tsx';
import { toPatch, toPatches } from './to-patch.ts';

/** What of a block goes where, and what is not understood; both can be put right here. */
export function PasteReview(props: {
  placement: Placement;
  store: EntryStore;
  entries: readonly EntryState[];
  /** What could be taken is in its cells already. */
  isPasted?: boolean;
  onClose: () => void;
}) {
  const { store, entries, onClose } = props;
  const { t } = useTranslation('desk');
  const entryOf = ({ indicator }: Placed) => entries.find(({ cell }) => keyOf(cell) === indicator);
  const isTaken = (one: Placed) => {
    const entry = entryOf(one);
    return entry !== undefined && toPatch(one, entry.cell) !== null;
  };
  // what cannot be taken as it is written stands first, to be put right
  const [placed, setPlaced] = useState<readonly Placed[]>(() =>
    props.placement.placed.toSorted((a, b) => Number(isTaken(a)) - Number(isTaken(b))),
  );
  const [left, setLeft] = useState<readonly Unplaced[]>(props.placement.left);
  const [isPasted, setPasted] = useState(props.isPasted ?? false);
  const taken = placed.filter(isTaken);
  const refused = placed.filter((one) => !isTaken(one));
  const isDone = isPasted && placed.length === 0;
  const leftCells = left.reduce((sum, { more }) => sum + 1 + more, 0);
  const free = entries.filter(
    ({ cell }) => cell.editable && !placed.some((one) => one.indicator === keyOf(cell)),
  );

  const apply = () => {
    store.fill(
      toPatches(
        taken,
        entries.map(({ cell }) => cell),
      ),
    );
    void store.settle();
    // nothing that was pasted goes without a word: what is refused stays in sight
    if (refused.length === 0) onClose();
    setPlaced(refused);
    setPasted(true);
  };
  return (
    <>
      <div className={desk.row}>
        {!isDone && (
          <button
            type="button"
            className={desk.primary}
            disabled={taken.length === 0}
            onClick={apply}
          >
            {t('paste.apply', { count: taken.length })}
          </button>
        )}
        <button type="button" className={desk.quiet} onClick={onClose}>
          {isPasted ? t('paste.close') : t('submit.cancel')}
        </button>
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
                  store={store}
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
