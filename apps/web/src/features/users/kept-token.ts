const KEY = 'qadam.invitation';

/** The token of the address; in another language, which is another document without it, the one that was there before. */
export function keepToken(given: string | undefined): string {
  try {
    if (given !== undefined) sessionStorage.setItem(KEY, given);
    return given ?? sessionStorage.getItem(KEY) ?? '';
  } catch {
    // a browser that keeps nothing
    return given ?? '';
  }
}

export function forgetToken(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // nothing was kept
  }
}
