import { useSyncExternalStore } from 'react';

const NAME = 'qadam.signed-in';
const listeners = new Set<() => void>();

/**
 * Whether somebody signed in in this tab: what tells public pages, which are the same bytes for everybody, to ask for the person's
 * own things. In the tab's memory only, so that nothing stays on the device (docs/decisions/0025); a visitor's page asks nothing.
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
    // a browser that keeps nothing: public pages then stay those of a visitor
  }
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** false on the server and until the page is hydrated. */
export function useSignedIn(): boolean {
  return useSyncExternalStore(subscribe, isSignedIn, () => false);
}
