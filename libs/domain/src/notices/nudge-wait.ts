const NUDGE_EVERY_MS = 72 * 3_600_000;

/**
 * Milliseconds until an officer may remind the reporters of an area by hand again: once in 72 hours for an
 * area and reporting year, whichever officer it was. 0: now. `last`: the last reminder, null for never.
 * Source: users.md, flow 2.
 */
export function nudgeWait(last: Date | null, now: Date): number {
  return last === null ? 0 : Math.max(0, last.getTime() + NUDGE_EVERY_MS - now.getTime());
}
