import { useState, type ClipboardEvent, type KeyboardEvent, type PointerEvent } from 'react';
import { stagePatch, type Draft, type Patch } from './cell-draft.ts';
import { keyOf } from './cell-key.ts';
import type { EntryState } from './entry-state.ts';
import type { EntryStore } from './entry-store.ts';
import { computedValue } from './read-draft.ts';
import { typed } from '../../desk/decimal-mark.ts';
import { letterOf } from '../../ui/single-keys.ts';

/** The column in which cells are selected, filled and copied together: the values, or their sources. */
export type SelectedColumn = 'value' | 'sourceText';

interface Range {
  column: SelectedColumn;
  /** The keys of the rows at which the selection began and up to which it goes. */
  from: string;
  to: string;
  /** All rows between them, in the order of the page. */
  keys: readonly string[];
}

interface Place {
  column: SelectedColumn;
  key: string;
}

function placeOf(target: EventTarget | null): Place | null {
  if (!(target instanceof Element) || target.closest('table[data-parts]')) return null;
  const { column } = target.closest<HTMLElement>('[data-column]')?.dataset ?? {};
  const { cell } = target.closest<HTMLElement>('tr[data-cell]')?.dataset ?? {};
  if (cell === undefined || (column !== 'value' && column !== 'sourceText')) return null;
  return { column, key: cell };
}

const rowsOf = (grid: Element): string[] =>
  [...grid.querySelectorAll<HTMLElement>('tr[data-cell]')].flatMap(
    ({ dataset }) => dataset['cell'] ?? [],
  );

const emptied: Pick<Draft, 'value' | 'numerator' | 'denominator' | 'missingReason'> = {
  value: '',
  numerator: '',
  denominator: '',
  missingReason: null,
};

/**
 * Several cells of one column, selected as in a spreadsheet: with Shift and the arrows, Shift and a click, or by
 * dragging. They are copied, filled from the first (Ctrl+D) or emptied together; each is one step to undo.
 */
export function useSelection(store: EntryStore) {
  const [range, setRange] = useState<Range>();
  const several = range !== undefined && range.keys.length > 1 ? range : undefined;
  const entryOf = (key: string) => store.entries().find(({ cell }) => keyOf(cell) === key);

  const extend = (grid: Element, { column, key: from }: Place, to: string) => {
    const rows = rowsOf(grid);
    const [first = 0, last = 0] = [rows.indexOf(from), rows.indexOf(to)].sort((a, b) => a - b);
    setRange({ column, from, to, keys: rows.slice(first, last + 1) });
  };
  const fill = (patchOf: (entry: EntryState) => Partial<Draft> | null) => {
    const patches = (several?.keys ?? []).flatMap((key): Patch[] => {
      const entry = entryOf(key);
      const patch = entry && patchOf(entry);
      return patch ? [{ key, patch }] : [];
    });
    store.fill(patches);
    void store.settle();
  };
  const fillDown = () => {
    const first = several && entryOf(several.keys[0] ?? '');
    if (first === undefined) return;
    const { draft, cell } = first;
    if (several?.column === 'sourceText') {
      const sourceText = draft.sourceText ?? cell.lastSource;
      fill((entry) => (entry.cell.element === null ? { sourceText } : null));
      return;
    }
    const { value, numerator, denominator, missingReason } = draft;
    fill((entry) => {
      // a number cannot be filled into a stage, nor into a share of two numbers
      if (entry.cell.kind !== cell.kind || entry.cell.ratio !== cell.ratio) return null;
      if (cell.kind === 'MILESTONE') return stagePatch(entry.cell, entry.draft, value);
      return { value, numerator, denominator, missingReason };
    });
  };
  /** The selected cells as lines with tabs, as spreadsheets take them. */
  const text = () => {
    const entries = (several?.keys ?? []).flatMap((key) => entryOf(key) ?? []);
    const shares = entries.some(({ cell }) => cell.ratio);
    const lines = entries.map(({ draft, reading }) => {
      if (several?.column === 'sourceText') return draft.sourceText ?? '';
      const value = draft.value || typed(computedValue(reading), store.mark);
      return shares ? [value, draft.numerator, draft.denominator].join('\t') : value;
    });
    return lines.join('\r\n');
  };

  return {
    count: several?.keys.length ?? 0,
    /** In which column the row is selected, if it is. */
    columnOf: (key: string): SelectedColumn | undefined =>
      several?.keys.includes(key) ? several.column : undefined,
    onPointerDown: (event: PointerEvent<HTMLTableElement>) => {
      const place = placeOf(event.target);
      const start = placeOf(document.activeElement);
      if (event.shiftKey && place && start?.column === place.column) {
        event.preventDefault();
        extend(event.currentTarget, start, place.key);
      } else if (place) setRange({ ...place, from: place.key, to: place.key, keys: [place.key] });
      else setRange(undefined);
    },
    onPointerOver: (event: PointerEvent<HTMLTableElement>) => {
      const place = placeOf(event.target);
      if (event.buttons !== 1 || range === undefined || place?.column !== range.column) return;
      if (place.key === range.to) return;
      extend(event.currentTarget, { column: range.column, key: range.from }, place.key);
    },
    /** Handles a key for the selected cells; false: the key is left to the cell or the browser. */
    onKey: (event: KeyboardEvent<HTMLTableElement>): boolean => {
      const { key, shiftKey, currentTarget: grid } = event;
      const place = placeOf(event.target);
      const down = key === 'ArrowDown';
      if (shiftKey && (down || key === 'ArrowUp') && place?.column === 'value') {
        const rows = rowsOf(grid);
        const last = range?.from === place.key ? range.to : place.key;
        const next = rows[rows.indexOf(last) + (down ? 1 : -1)];
        if (next === undefined) return true;
        extend(grid, place, next);
        grid.querySelector(`tr[data-cell="${next}"]`)?.scrollIntoView({ block: 'nearest' });
        return true;
      }
      if (several === undefined) return false;
      if (key === 'Escape') setRange(undefined);
      else if (key === 'Delete' || key === 'Backspace') {
        fill(() => (several.column === 'sourceText' ? { sourceText: '' } : emptied));
      } else if (letterOf(event) === 'd' && (event.ctrlKey || event.metaKey)) fillDown();
      else {
        // a typed character is meant for one cell, so the selection ends
        if (key.length === 1 && !event.ctrlKey && !event.metaKey) setRange(undefined);
        return false;
      }
      return true;
    },
    onCopy: (event: ClipboardEvent<HTMLTableElement>) => {
      if (several === undefined) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', text());
    },
  };
}
