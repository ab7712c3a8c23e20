const NAME = 'qadam.leaving';

/**
 * Did somebody sign out here, and the server does not know it yet? Scripts cannot remove the cookie of the session, so the desks of this browser
 * tell the server first of all, and let nobody in before.
 */
export function isLeaving(): boolean {
  try {
    return localStorage.getItem(NAME) !== null;
  } catch {
    return false;
  }
}

/** Somebody signed out in another tab of this browser. */
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
    // a browser that keeps nothing: the page that is open still tells the server
  }
}
