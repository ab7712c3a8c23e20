const COLLECT_MS = 10 * 60_000;

/**
 * May the values returned to an area at these times, none of them announced yet, be announced in one
 * mail now? A reviewer returns values one by one, so they are collected for ten minutes from the first,
 * and then announced in one mail. Source: users.md request 18, "not one e-mail per entry".
 */
export function returnsAreCollected(returnedAt: readonly Date[], now: Date): boolean {
  const first = Math.min(...returnedAt.map((at) => at.getTime()));
  return returnedAt.length > 0 && now.getTime() - first >= COLLECT_MS;
}
