import { useEffect } from 'react';
import type { EntryState } from './entry-state.ts';

/** The browser asks before a page is closed that holds typed values the server does not have. */
export function useUnloadWarning(entries: readonly EntryState[]): void {
  const unsaved = entries.some(({ save }) => save !== 'UNTOUCHED' && save !== 'SAVED');
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
