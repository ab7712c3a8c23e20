const NAME = 'qadam.leaving';

/**
 * Did somebody sign out here without a connection, so that the server does not know it yet? Scripts cannot remove the session
 * cookie, so the desks of this browser tell the server before they let anybody in.
 */
export function isLeaving(): boolean {
  try {
    return localStorage.getItem(NAME) !== null;
  } catch {
    return false;
  }
}

/** Calls `leave` when somebody signs out in another tab of this browser. */
export function onLeaving(leave: () => void): () => void {
  const look = ({ key, newValue }: StorageEvent) => {
    if (key === NAME && newValue !== null) leave();
  };
  window.addEventListener('storage', look);
  return () => window.removeEventListener('storage', look);
}

export function setLeaving(leaving: boolean): void {
  try {
    if (leaving) localStorage.setItem(NAME, 'yes');
    else localStorage.removeItem(NAME);
  } catch {
    // in a browser without storage, at least the page that is open still tells the server
  }
}
