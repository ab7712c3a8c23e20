import type { KeyboardEvent } from 'react';
import type { EntryBook } from './entry-book.ts';

const isTextInput = (target: EventTarget): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type === 'text';

/** The keys inside the table of values; everything else is the browser's. */
export function onGridKey(event: KeyboardEvent<HTMLTableElement>, book: EntryBook): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || event.altKey) return;
  const handled =
    event.ctrlKey || event.metaKey ? onControl(event, target, book) : move(event, target, key);
  if (handled) event.preventDefault();
}

/** Ctrl+D fills from last year, Ctrl+Enter opens or closes the details of the row. */
function onControl(
  { key }: KeyboardEvent<HTMLTableElement>,
  target: HTMLElement,
  book: EntryBook,
): boolean {
  const { indicator } = target.closest<HTMLElement>('[data-indicator]')?.dataset ?? {};
  if (indicator === undefined) return false;
  if (key === 'Enter') {
    document
      .getElementById(`cell-${indicator}`)
      ?.querySelector<HTMLElement>('[aria-expanded]')
      ?.click();
    return true;
  }
  const { cell } = target.closest<HTMLElement>('[data-cell]')?.dataset ?? {};
  if (key.toLowerCase() !== 'd' || target.dataset['entry'] === undefined) return false;
  if (cell !== undefined) book.fillFromLastYear(cell);
  return true;
}

/** Enter, Shift+Enter and the arrows move between the inputs of values; a select keeps its arrows. F2 goes behind the text. */
function move(event: KeyboardEvent<HTMLTableElement>, target: HTMLElement, key: string): boolean {
  if (target.dataset['entry'] === undefined) return false;
  if (key === 'F2' && isTextInput(target)) {
    target.setSelectionRange(target.value.length, target.value.length);
    return true;
  }
  const down = (key === 'Enter' && !event.shiftKey) || (key === 'ArrowDown' && isTextInput(target));
  const up = (key === 'Enter' && event.shiftKey) || (key === 'ArrowUp' && isTextInput(target));
  if (!down && !up) return false;
  const inputs = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]:enabled')];
  const next = inputs[inputs.indexOf(target) + (down ? 1 : -1)];
  if (!next) return false;
  next.focus();
  if (isTextInput(next)) next.select();
  return true;
}
