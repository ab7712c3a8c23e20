import { useSyncExternalStore } from 'react';

const PLACE = 'qadam.keys';
const listeners = new Set<() => void>();
/** Where a browser keeps nothing, the choice holds for this page. */
let here = true;

function read(): boolean {
  try {
    return localStorage.getItem(PLACE) !== 'off';
  } catch {
    return here;
  }
}

function keep(on: boolean): void {
  try {
    if (on) localStorage.removeItem(PLACE);
    else localStorage.setItem(PLACE, 'off');
  } catch {
    here = on;
  }
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Whether keys of one character work (/ ? j k a r): one choice for all of them, kept on this computer beside the colours (WCAG 2.1.4). */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  return [useSyncExternalStore(subscribe, read, () => true), keep];
}

const fields = 'input:not([type=checkbox]), textarea, select, [contenteditable]';

/** In a field for text, where letters are no shortcuts. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(fields) !== null;
}
