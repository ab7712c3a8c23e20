import { readBlock } from '@qadam/domain';
import { useEffect, useEffectEvent, useState } from 'react';
import { keyOf } from '../cell-key.ts';
import type { EntryStore } from '../entry-store.ts';
import type { EntryState } from '../entry-state.ts';
import type { Column } from './columns.ts';
import { placeBlock, type Preview, type Start } from './place-block.ts';
import { tablePatches } from './table-patches.ts';
import { toPatch, toPatches } from './to-patch.ts';

/** Up to here a block is simply pasted: it is all in sight, and one step to undo. */
const AT_ONCE = 20;

const elsewhere = 'dialog, textarea, input:not([data-entry]), [contenteditable]';

function startOf(target: Element): Start | null {
  const entry = target.closest<HTMLElement>('[data-entry]');
  const indicator = entry?.closest<HTMLElement>('[data-indicator]')?.dataset['indicator'];
  if (indicator === undefined) return null;
  return { indicator, column: (entry?.dataset['entry'] ?? 'value') as Column };
}

/** A block from a spreadsheet goes into the cells; a long one, or one that is not understood, is shown before. */
export function usePaste(props: {
  store: EntryStore;
  /** The whole values, in the order in which they stand on the page. */
  entries: readonly EntryState[];
  enabled: boolean;
}) {
  const { store, entries } = props;
  const [preview, setPreview] = useState<Preview>();
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
    else setPreview({ ...placement, isPasted: false });
  };

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const { target, clipboardData } = event;
    if (!props.enabled || !(target instanceof Element) || target.closest(elsewhere)) return;
    const rows = readBlock(clipboardData?.getData('text/plain') ?? '');
    // one cell is a text like any other, but a list of choices takes none
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
