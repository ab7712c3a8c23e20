import { useSyncExternalStore } from 'react';
import { storedChoice } from './stored-choice.ts';

const choice = storedChoice('qadam.keys');
const isOn = () => choice.read() !== 'off';
const turn = (on: boolean) => choice.write(on ? null : 'off');

/**
 * Whether shortcuts of a single character work (/ ? j k x a q r u): one choice for all of them, stored in this browser
 * like the colours (WCAG 2.1.4).
 */
export const useSingleKeys = (): [boolean, (on: boolean) => void] => [
  useSyncExternalStore(choice.subscribe, isOn, () => true),
  turn,
];

const fields = 'input:not([type=checkbox]), textarea, select, [contenteditable]';

/**
 * Is the reader in a text field, where letters are no shortcuts? For a field in a shadow root, as in the query editor,
 * the event names only the host.
 */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && (target.shadowRoot !== null || target.closest(fields) !== null)
  );
}
