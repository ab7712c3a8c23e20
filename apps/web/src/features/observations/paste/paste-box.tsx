import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readBlock } from '@qadam/domain';
import { Button } from '../../../desk/button.tsx';
import { Dialog } from '../../../desk/dialog.tsx';
import { SelectField } from '../../../desk/select-field.tsx';
import { TextArea } from '../../../desk/text-area.tsx';
import type { Draft, Patch } from '../cell-draft.ts';
import { keyOf } from '../cell-key.ts';
import type { EntryState } from '../entry-state.ts';
import type { EntryStore } from '../entry-store.ts';
import { useReturn } from '../open-return.ts';
import { PasteReview } from './paste-review.tsx';
import type { Column } from './columns.ts';
import {
  placeBlock,
  toPatch,
  toPatches,
  type Placement,
  type Start,
  type Unplaced,
} from './place-block.ts';

/** Shown before pasting a block that is long or not fully understood: which text goes where. */
export function PasteDialog(props: {
  placement: Placement;
  entries: readonly EntryState[];
  onClose: () => void;
}) {
  const { t } = useTranslation('desk');
  return (
    <Dialog title={t('paste.title')} onClose={props.onClose}>
      <PasteReview {...props} />
    </Dialog>
  );
}

/** A box to paste a block into. It shows at once which texts would be taken; nothing is taken before that is confirmed. */
export function PasteBox(props: { entries: readonly EntryState[]; onClose: () => void }) {
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

/**
 * Places a block that is pasted inside a table of parts, to the right and down from the cursor. What lies beyond the
 * table or on a locked cell is left over. Null if the cursor is in no such table.
 */
function tablePatches(
  target: Element,
  block: readonly (readonly string[])[],
): { patches: Patch[]; left: Unplaced[] } | null {
  const table = target.closest<HTMLTableElement>('table[data-parts]');
  if (table === null) return null;
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const inputs = rows.map((row) => [...row.querySelectorAll<HTMLElement>('[data-entry]')]);
  const down = inputs.findIndex((row) => row.some((input) => input === target));
  const right = inputs[down]?.findIndex((input) => input === target) ?? 0;
  const patches = new Map<string, Partial<Draft>>();
  const left: Unplaced[] = [];
  for (const [at, texts] of block.entries()) {
    for (const [across, text] of texts.entries()) {
      const input = inputs[down + at]?.[right + across];
      const { cell } = input?.closest<HTMLElement>('[data-cell]')?.dataset ?? {};
      const field = input?.dataset['entry'];
      if (text.trim() === '') continue;
      if (cell === undefined || field === undefined) {
        left.push({ text, reason: 'OUTSIDE', label: '', more: 0 });
        continue;
      }
      if (input?.matches(':disabled') === true) {
        const label = input.getAttribute('aria-label') ?? '';
        left.push({ text, reason: 'LOCKED', label, more: 0 });
        continue;
      }
      patches.set(cell, { ...patches.get(cell), [field]: text.trim(), missingReason: null });
    }
  }
  return { patches: [...patches].map(([key, patch]) => ({ key, patch })), left };
}

/** A block of up to so many values is pasted without a preview: all of it is in sight, and it is one step to undo. */
const AT_ONCE = 20;

const elsewhere = 'dialog, textarea, input:not([data-entry]), [contenteditable]';

function startOf(target: Element): Start | null {
  const entry = target.closest<HTMLElement>('[data-entry]');
  const indicator = entry?.closest<HTMLElement>('[data-indicator]')?.dataset['indicator'];
  if (indicator === undefined) return null;
  return { indicator, column: (entry?.dataset['entry'] ?? 'value') as Column };
}

/** Puts a block from a spreadsheet into the cells; if it is long or not fully understood, a preview is shown first. */
export function usePaste(props: {
  store: EntryStore;
  entries: readonly EntryState[];
  enabled: boolean;
}) {
  const { store, entries } = props;
  const [preview, setPreview] = useState<Placement>();
  const cells = entries.map(({ cell }) => cell);

  const take = (rows: string[][], start: Start | null) => {
    const placement = placeBlock(rows, { cells, year: store.year, start });
    const isClear =
      placement.left.length === 0 &&
      placement.placed.length <= AT_ONCE &&
      placement.placed.every((one) => {
        const cell = cells.find((other) => keyOf(other) === one.indicator);
        return cell !== undefined && toPatch(one, cell) !== null;
      });
    if (isClear) store.fill(toPatches(placement.placed, cells));
    else setPreview(placement);
  };

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const { target, clipboardData } = event;
    if (!props.enabled || !(target instanceof Element) || target.closest(elsewhere)) return;
    const rows = readBlock(clipboardData?.getData('text/plain') ?? '');
    // a single cell is pasted by the browser like any text, except into a list of choices, which takes no text
    const isText = rows.length < 2 && (rows[0]?.length ?? 0) < 2;
    if (isText && !target.matches('select[data-entry]')) return;
    event.preventDefault();
    const inTable = tablePatches(target, rows);
    if (inTable === null) take(rows, startOf(target));
    else {
      store.fill(inTable.patches);
      if (inTable.left.length > 0) setPreview({ placed: [], left: inTable.left, isPasted: true });
    }
  });
  useEffect(() => {
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);

  return { preview, closePreview: () => setPreview(undefined) };
}
