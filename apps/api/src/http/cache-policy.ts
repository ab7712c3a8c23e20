/**
 * A release never changes, except where a cell is withdrawn for safety. So an answer that names its release may be cached
 * for a day without revalidation, not for a year; any other is revalidated each time.
 */
export const SETTLED = 'public, max-age=86400, immutable';
export const NEWEST = 'public, max-age=0, s-maxage=60, must-revalidate';
/**
 * The same for a cache that the operator has put before the site (RFC 9213). `s-maxage` forbids it to show what is old; here it may,
 * for a minute while it asks anew, and for ten where nobody answers, as a process itself does.
 */
const NEWEST_AT_EDGE = 'max-age=60, stale-while-revalidate=60, stale-if-error=600';
/** It follows a withdrawal as fast with what names its release. */
const SETTLED_AT_EDGE = 'max-age=60, stale-while-revalidate=60';

/** What is said to that cache beside a policy. */
export function policyAtEdge(policy: unknown): Readonly<Record<string, string>> {
  if (policy === NEWEST) return { 'cdn-cache-control': NEWEST_AT_EDGE };
  return policy === SETTLED ? { 'cdn-cache-control': SETTLED_AT_EDGE } : {};
}

/** Whether the client has this answer already (If-None-Match, also as a list and with weak tags). */
export function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
