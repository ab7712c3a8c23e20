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

/**
 * The letter of a key, in lower case. If the keyboard layout has letters of another script, it is taken from the key's
 * place, so that the shortcuts work while somebody types Cyrillic.
 */
export function letterOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const isOfOtherScript = /^(?!\p{Script=Latin})\p{L}$/u.test(key);
  return (isOfOtherScript ? code.replace(/^Key/, '') : key).toLowerCase();
}
