const NAME = 'qadam.shared-computer';

/** Did the person say at sign-in that others use this computer too? Then nothing that is typed is kept on it. */
export function isSharedComputer(): boolean {
  try {
    return localStorage.getItem(NAME) !== null;
  } catch {
    // storage is switched off: then drafts cannot be kept either
    return true;
  }
}

export function setSharedComputer(shared: boolean): void {
  try {
    if (shared) localStorage.setItem(NAME, 'yes');
    else localStorage.removeItem(NAME);
  } catch {
    // storage is switched off
  }
}
