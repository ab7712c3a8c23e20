import { useSyncExternalStore } from 'react';
import { storedChoice } from './stored-choice.ts';

const choice = storedChoice('qadam.keys');
const isOn = () => choice.read() !== 'off';
const turn = (on: boolean) => choice.write(on ? null : 'off');

/** Whether keys of one character work (/ ? j k x a q r u): one choice for all of them, kept on this computer beside the colours (WCAG 2.1.4). */
export const useSingleKeys = (): [boolean, (on: boolean) => void] => [
  useSyncExternalStore(choice.subscribe, isOn, () => true),
  turn,
];

const fields = 'input:not([type=checkbox]), textarea, select, [contenteditable]';

/** In a field for text, where letters are no shortcuts. Of one in a shadow root, as the editor of queries, only the host is told. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && (target.shadowRoot !== null || target.closest(fields) !== null)
  );
}
