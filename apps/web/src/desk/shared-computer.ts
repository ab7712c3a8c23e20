const NAME = 'qadam.shared-computer';

/** Was it said at sign-in that other people use this computer? Then nothing that is typed is kept on it. */
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
    // see above
  }
}
