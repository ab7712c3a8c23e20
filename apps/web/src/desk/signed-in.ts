import { useSyncExternalStore } from 'react';

const NAME = 'qadam.signed-in';
const listeners = new Set<() => void>();

/**
 * Did somebody sign in in this tab? Then public pages, whose HTML is the same for everybody, ask for the person's own data; for a
 * visitor they ask nothing. Kept only in the memory of the tab, so that nothing stays on the device (docs/decisions/0025).
 */
function isSignedIn(): boolean {
  try {
    return sessionStorage.getItem(NAME) !== null;
  } catch {
    return false;
  }
}

export function markSignedIn(signedIn: boolean): void {
  try {
    if (signedIn) sessionStorage.setItem(NAME, 'yes');
    else sessionStorage.removeItem(NAME);
  } catch {
    // in a browser without storage, public pages stay as for a visitor
  }
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Has somebody signed in in this tab? false on the server and until the page is hydrated. */
export function useSignedIn(): boolean {
  return useSyncExternalStore(subscribe, isSignedIn, () => false);
}
