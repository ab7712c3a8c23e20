import type { KeyboardEvent } from 'react';

const isTextInput = (target: EventTarget): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type === 'text';

/** Enter, Shift+Enter and the arrows move between the inputs of values; a select keeps its arrows. */
export function onGridKey(event: KeyboardEvent<HTMLTableElement>): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || target.dataset['entry'] === undefined) return;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const down = (key === 'Enter' && !event.shiftKey) || (key === 'ArrowDown' && isTextInput(target));
  const up = (key === 'Enter' && event.shiftKey) || (key === 'ArrowUp' && isTextInput(target));
  if (!down && !up) return;
  const inputs = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]:enabled')];
  const next = inputs[inputs.indexOf(target) + (down ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
  if (isTextInput(next)) next.select();
}
