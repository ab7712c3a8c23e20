/** Somebody who looks again after this long has come back. */
const VISIT_ENDS_AFTER_MS = 4 * 3_600_000;

interface Look {
  at: Date;
  /** Number of the release that was current. */
  release: string;
}

export interface Visits {
  /** The latest look at released figures. */
  last: Look;
  /** The last look of the visit before; null for who is here for the first time. */
  before: Look | null;
}

/**
 * What is known of somebody's visits after they looked at `release`. A visit goes on until four hours have passed without a
 * look, so that opening a second page does not make the first one the last visit.
 */
export function looked(known: Visits | null, look: Look): Visits {
  if (known === null) return { last: look, before: null };
  const goesOn = look.at.getTime() - known.last.at.getTime() < VISIT_ENDS_AFTER_MS;
  return { last: look, before: goesOn ? known.before : known.last };
}
