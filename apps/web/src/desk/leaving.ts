const NAME = 'qadam.leaving';

/**
 * Did somebody sign out here without a connection? Scripts cannot remove the cookie of the session, so the desks of this browser
 * tell the server first of all, and let nobody in before.
 */
export function isLeaving(): boolean {
  try {
    return localStorage.getItem(NAME) !== null;
  } catch {
    return false;
  }
}

export function setLeaving(leaving: boolean): void {
  try {
    if (leaving) localStorage.setItem(NAME, 'yes');
    else localStorage.removeItem(NAME);
  } catch {
    // a browser that keeps nothing: the page that is open still tells the server
  }
}
