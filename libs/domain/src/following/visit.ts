/** After this long without a request, the next one begins a new visit. */
const VISIT_ENDS_AFTER_MS = 4 * 3_600_000;

interface Visit {
  at: Date;
  /** The number of the release that was current then. */
  release: string;
}

export interface Visits {
  /** The latest page that the person opened. */
  last: Visit;
  /** The last page of the visit before; null during the first visit. */
  before: Visit | null;
}

/**
 * The visits of a person after opening a page, which is `visit`. A visit ends after four hours without a page, so that
 * opening a second page does not make the first one a visit before it.
 */
export function withVisit(known: Visits | null, visit: Visit): Visits {
  if (known === null) return { last: visit, before: null };
  const goesOn = visit.at.getTime() - known.last.at.getTime() < VISIT_ENDS_AFTER_MS;
  return { last: visit, before: goesOn ? known.before : known.last };
}
