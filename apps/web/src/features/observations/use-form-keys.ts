import { useEffect, useEffectEvent } from 'react';
import { isTyping } from '../../ui/single-keys.ts';
import type { EntryStore } from './entry-store.ts';

/** The keys of the whole page: Ctrl+Z takes back the last value, ? shows the keys. Letters are ignored while typing. */
export function useFormKeys(props: {
  store: EntryStore;
  /** A key of one character can be switched off (WCAG 2.1.4). */
  helpKey: boolean;
  showHelp: () => void;
}): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target, key } = event;
    if (event.altKey || event.defaultPrevented || !(target instanceof Element)) return;
    if (target.closest('dialog')) return;
    const types = isTyping(target);
    if (event.ctrlKey || event.metaKey) {
      // another field than those of the grid has an undo of its own
      if (key.toLowerCase() !== 'z' || event.shiftKey) return;
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
