import { readBlock } from '@qadam/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../../desk/desk.module.css';
import { Dialog } from '../../../desk/dialog.tsx';
import { keyOf } from '../cell-key.ts';
import type { EntryStore } from '../entry-store.ts';
import type { EntryState } from '../entry-state.ts';
import { PasteReview } from './paste-review.tsx';
import { placeBlock } from './place-block.ts';

/** A box to paste a block into: it shows at once what of it is taken, and nothing is taken before that is confirmed. */
export function PasteBox(props: {
  store: EntryStore;
  /** Whole values, in the order in which they stand on the page. */
  entries: readonly EntryState[];
  onClose: () => void;
}) {
  const { store, entries, onClose } = props;
  const { t } = useTranslation('desk');
  const open = entries.filter(({ cell }) => cell.editable);
  const [text, setText] = useState('');
  const [from, setFrom] = useState(() => (open[0] ? keyOf(open[0].cell) : ''));
  const cells = entries.map(({ cell }) => cell);
  const rows = readBlock(text);
  const placement = placeBlock(rows, {
    cells,
    year: store.year,
    start: { indicator: from, column: 'value' },
  });
  return (
    <Dialog title={t('paste.boxTitle')} onClose={onClose}>
      <p>{t('paste.boxHow')}</p>
      <label className={desk.field}>
        {t('paste.box')}
        <textarea
          rows={5}
          className={desk.input}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <label className={desk.field}>
        {t('paste.from')}
        <select
          className={desk.input}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        >
          {open.map(({ cell }) => (
            <option key={keyOf(cell)} value={keyOf(cell)}>
              {keyOf(cell)} {cell.name.text}
            </option>
          ))}
        </select>
      </label>
      {text.trim() === '' ? (
        <button type="button" className={desk.quiet} onClick={onClose}>
          {t('submit.cancel')}
        </button>
      ) : (
        <PasteReview
          key={`${from} ${text}`}
          placement={placement}
          store={store}
          entries={entries}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
