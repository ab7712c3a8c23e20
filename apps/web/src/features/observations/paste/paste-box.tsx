import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readBlock } from '@qadam/domain';
import { Button } from '../../../desk/button.tsx';
import { Dialog } from '../../../desk/dialog.tsx';
import { SelectField } from '../../../desk/select-field.tsx';
import { TextArea } from '../../../desk/text-area.tsx';
import { keyOf } from '../cell-key.ts';
import type { EntryState } from '../entry-state.ts';
import { useReturn } from '../open-return.ts';
import { PasteReview } from './paste-review.tsx';
import { placeBlock, type Preview } from './place-block.ts';

/** Before a block is pasted that is long or not understood: what of it goes where. */
export function PasteDialog(props: {
  placement: Preview;
  entries: readonly EntryState[];
  onClose: () => void;
}) {
  const { t } = useTranslation('desk');
  return (
    <Dialog title={t('paste.title')} onClose={props.onClose}>
      <PasteReview {...props} isPasted={props.placement.isPasted} />
    </Dialog>
  );
}

/** A box to paste a block into: it shows at once what of it is taken, and nothing is taken before that is confirmed. */
export function PasteBox(props: {
  /** Whole values, in the order in which they stand on the page. */
  entries: readonly EntryState[];
  onClose: () => void;
}) {
  const { entries, onClose } = props;
  const { year } = useReturn().store;
  const { t } = useTranslation('desk');
  const cells = entries.map(({ cell }) => cell);
  const open = cells.filter(({ editable }) => editable);
  const [text, setText] = useState('');
  const [from, setFrom] = useState(() => (open[0] ? keyOf(open[0]) : ''));
  const start = { indicator: from, column: 'value' } as const;
  const placement = placeBlock(readBlock(text), { cells, year, start });
  return (
    <Dialog title={t('paste.boxTitle')} onClose={onClose}>
      <p>{t('paste.boxHow')}</p>
      <TextArea label={t('paste.box')} rows={5} value={text} onChange={setText} />
      <SelectField
        label={t('paste.from')}
        value={from}
        options={open.map((cell) => [keyOf(cell), `${keyOf(cell)} ${cell.name.text}`])}
        onChange={setFrom}
      />
      {text.trim() === '' ? (
        <Button onClick={onClose}>{t('submit.cancel')}</Button>
      ) : (
        <PasteReview
          key={`${from} ${text}`}
          placement={placement}
          entries={entries}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
