import { readBlock } from '@qadam/domain';
import { useEffect, useEffectEvent, useState } from 'react';
import { keyOf } from '../cell-key.ts';
import type { EntryStore } from '../entry-store.ts';
import type { EntryState } from '../entry-state.ts';
import type { Column } from './columns.ts';
import { placeBlock, type Preview, type Start, type Unplaced } from './place-block.ts';
import { toPatch, toPatches } from './to-patch.ts';
import type { Draft, Patch } from '../cell-draft.ts';

/**
 * A block pasted inside a table of parts goes where it stands: to the right and down from the cursor. What lies beyond the
 * table or on a locked cell is left over. Null where the cursor is in no such table.
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
