import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../../desk/desk.module.css';
import type { EntryBook } from '../entry-book.ts';
import type { EntryState } from '../entry-state.ts';
import { LeftRow } from './left-row.tsx';
import styles from './paste-dialog.module.css';
import type { Left, Placed, Placement } from './place-block.ts';
import { PlacedRow } from './placed-row.tsx';
import { toPatches } from './to-patch.ts';

/** What of a block goes where, and what is not understood; both can be put right here. */
export function PasteReview(props: {
  placement: Placement;
  book: EntryBook;
  entries: readonly EntryState[];
  onClose: () => void;
}) {
  const { book, entries, onClose } = props;
  const { t } = useTranslation('desk');
  const [placed, setPlaced] = useState<readonly Placed[]>(props.placement.placed);
  const [left, setLeft] = useState<readonly Left[]>(props.placement.left);
  const entryOf = ({ indicator }: Placed) =>
    entries.find(({ cell }) => cell.indicator === indicator);
  const free = entries.filter(
    ({ cell }) => cell.editable && !placed.some((one) => one.indicator === cell.indicator),
  );

  const apply = () => {
    book.fill(
      toPatches(
        placed,
        entries.map(({ cell }) => cell),
      ),
    );
    void book.settle();
    onClose();
  };
  return (
    <>
      <div className={desk.row}>
        <button
          type="button"
          className={desk.primary}
          disabled={placed.length === 0}
          onClick={apply}
        >
          {t('paste.apply', { count: placed.length })}
        </button>
        <button type="button" className={desk.quiet} onClick={onClose}>
          {t('submit.cancel')}
        </button>
      </div>
      {left.length > 0 && (
        <section>
          <h3>{t('paste.left', { count: left.length })}</h3>
          <ul className={styles.list}>
            {left.map((one, at) => (
              <LeftRow
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
      <section>
        <h3>{t('paste.placed', { count: placed.length })}</h3>
        <ul className={styles.list}>
          {placed.map((one) => {
            const entry = entryOf(one);
            return (
              entry && (
                <PlacedRow
                  key={`${one.indicator} ${one.column}`}
                  placed={one}
                  entry={entry}
                  book={book}
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
