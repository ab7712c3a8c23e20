import { useEffect } from 'react';
import type { EntryState } from './entry-state.ts';

/** The browser asks before a page is closed that holds typed values nobody else has: not the server, and on a shared computer not the browser. */
export function useUnloadWarning(entries: readonly EntryState[], persistent: boolean): void {
  const unsaved =
    !persistent && entries.some(({ save }) => save !== 'UNTOUCHED' && save !== 'SAVED');
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
