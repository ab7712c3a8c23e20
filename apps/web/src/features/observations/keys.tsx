import { useEffect, useEffectEvent, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { KeysDialog } from '../../desk/keys-dialog.tsx';
import { isTyping, letterOf } from '../../ui/single-keys.ts';
import type { EntryStore } from './entry-store.ts';

type GridKey = ReactKeyboardEvent<HTMLTableElement>;

const shortcuts = [
  { name: 'move', keys: ['Enter', '↓', 'Shift+Enter', '↑'] },
  { name: 'tab', keys: ['Tab', 'Shift+Tab'] },
  { name: 'edit', keys: ['F2'] },
  { name: 'cancel', keys: ['Esc'] },
  { name: 'undo', keys: ['Ctrl+Z'] },
  { name: 'fill', keys: ['Ctrl+D'] },
  { name: 'select', keys: ['Shift+↓', 'Shift+↑'] },
  { name: 'selected', keys: ['Ctrl+C', 'Ctrl+D', 'Delete'] },
  { name: 'details', keys: ['Ctrl+Enter'] },
  { name: 'paste', keys: ['Ctrl+V'] },
  { name: 'help', keys: ['?'] },
] as const;

export function GridKeys({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('desk');
  const listed = shortcuts.map(({ name, keys }) => ({ keys, text: t(`keys.${name}`) }));
  return <KeysDialog title={t('keys.title')} shortcuts={listed} onClose={onClose} />;
}

/** The keys of the whole page: Ctrl+Z takes back the last value, ? shows the keys. Letters are ignored while typing. */
export function useFormKeys(props: {
  store: EntryStore;
  /** False: the reader switched off shortcuts of a single character (WCAG 2.1.4). */
  helpKey: boolean;
  showHelp: () => void;
}): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target, key } = event;
    if (event.altKey || event.defaultPrevented || !(target instanceof Element)) return;
    if (target.closest('dialog')) return;
    const types = isTyping(target);
    if (event.ctrlKey || event.metaKey) {
      // a field outside the grid has an undo of its own
      if (letterOf(event) !== 'z' || event.shiftKey) return;
      if (types && target.closest('[data-indicator]') === null) return;
      event.preventDefault();
      const cell = props.store.undo();
      if (cell === undefined) return;
      document.querySelector<HTMLElement>(`[data-cell="${cell}"] [data-entry]:enabled`)?.focus();
    } else if (key === '?' && !types && props.helpKey) {
      event.preventDefault();
      props.showHelp();
    }
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

const isTextInput = (target: EventTarget): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type === 'text';

/** The keys inside the table of values; everything else is the browser's. */
export function onGridKey(event: GridKey, store: EntryStore): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || event.altKey) return;
  const handled =
    event.ctrlKey || event.metaKey ? onControl(event, target, store) : move(event, target, key);
  if (handled) event.preventDefault();
}

/** Ctrl+D fills from last year, Ctrl+Enter opens or closes the details of the row. */
function onControl(event: GridKey, target: HTMLElement, store: EntryStore): boolean {
  const { indicator } = target.closest<HTMLElement>('[data-indicator]')?.dataset ?? {};
  if (indicator === undefined) return false;
  if (event.key === 'Enter') {
    document
      .getElementById(`cell-${indicator}`)
      ?.querySelector<HTMLElement>('[aria-expanded]')
      ?.click();
    return true;
  }
  const { cell } = target.closest<HTMLElement>('[data-cell]')?.dataset ?? {};
  if (letterOf(event) !== 'd' || target.dataset['entry'] === undefined) return false;
  if (cell !== undefined) store.fillFromLastYear(cell);
  return true;
}

/**
 * Enter and Shift+Enter go through the value inputs one after the other, the arrow keys up and down; in a select the
 * arrows choose an option. F2 puts the cursor behind the text.
 */
function move(event: GridKey, target: HTMLElement, key: string): boolean {
  if (target.dataset['entry'] === undefined) return false;
  if (key === 'F2' && isTextInput(target)) {
    target.setSelectionRange(target.value.length, target.value.length);
    return true;
  }
  const down = (key === 'Enter' && !event.shiftKey) || (key === 'ArrowDown' && isTextInput(target));
  const up = (key === 'Enter' && event.shiftKey) || (key === 'ArrowUp' && isTextInput(target));
  if (!down && !up) return false;
  const step = down ? 1 : -1;
  const next =
    key === 'Enter'
      ? neighbour(event.currentTarget, target, step)
      : acrossTable(event.currentTarget, target, step);
  if (!next) return false;
  next.focus();
  if (isTextInput(next)) next.select();
  return true;
}

const inputsIn = (place: Element): HTMLElement[] => [
  ...place.querySelectorAll<HTMLElement>('[data-entry]:enabled'),
];

function neighbour(grid: Element, from: Element, step: 1 | -1): HTMLElement | undefined {
  const inputs = inputsIn(grid);
  return inputs[inputs.findIndex((one) => one === from) + step];
}

/** Where an arrow key goes: in a table of parts to the same field of the cell above or below; at its edge to the value before or after the table. */
function acrossTable(grid: Element, from: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const table = from.closest<HTMLTableElement>('table[data-parts]');
  const place = from.closest<HTMLTableCellElement>('td');
  if (table === null || place === null) return neighbour(grid, from, step);
  const rows = [...table.rows];
  const at = rows.findIndex((row) => row.contains(place));
  const ahead = step > 0 ? rows.slice(at + 1) : rows.slice(0, at).reverse();
  const fields = ahead.flatMap((row) => {
    const cell = row.cells[place.cellIndex];
    return cell === undefined ? [] : inputsIn(cell);
  });
  const same = fields.find((field) => field.dataset['entry'] === from.dataset['entry']);
  if (same !== undefined) return same;
  const edge = inputsIn(table).at(step > 0 ? -1 : 0);
  return edge && neighbour(grid, edge, step);
}
