/** After this long without a request, the next one begins a new visit. */
const VISIT_ENDS_AFTER_MS = 4 * 3_600_000;

interface Look {
  at: Date;
  /** Number of the release that was current. */
  release: string;
}

export interface Visits {
  /** The latest look at released figures. */
  last: Look;
  /** The end of the visit before; null at the first visit. */
  before: Look | null;
}

/**
 * The visits of a person after opening a page of `release`. A visit ends after four hours without a page, so that opening
 * a second page does not make the first one the last visit.
 */
export function looked(known: Visits | null, look: Look): Visits {
  if (known === null) return { last: look, before: null };
  const goesOn = look.at.getTime() - known.last.at.getTime() < VISIT_ENDS_AFTER_MS;
  return { last: look, before: goesOn ? known.before : known.last };
}
