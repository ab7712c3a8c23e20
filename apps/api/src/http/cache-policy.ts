/**
 * A release never changes, except where a cell is withdrawn for safety. So an answer that names its release may be cached
 * for a day without revalidation, not for a year; any other is revalidated each time.
 */
export const SETTLED = 'public, max-age=86400, immutable';
/** A picture for links, under one address in every release: messengers keep it for an hour. */
export const PICTURE = 'public, max-age=3600';
export const NEWEST = 'public, max-age=0, s-maxage=60, must-revalidate';
/**
 * The same for a cache that the operator runs in front of the site (RFC 9213). `s-maxage` forbids it to show old answers; this allows them for a
 * minute while it asks again, and for ten if nobody answers, like a process itself.
 */
const NEWEST_AT_EDGE = 'max-age=60, stale-while-revalidate=60, stale-if-error=600';
/** An answer that names its release, or a picture, must follow a withdrawal just as fast. */
const SETTLED_AT_EDGE = 'max-age=60, stale-while-revalidate=60';

/** The header for that cache, in addition to a policy. */
export function policyAtEdge(policy: unknown): Readonly<Record<string, string>> {
  if (policy === NEWEST) return { 'cdn-cache-control': NEWEST_AT_EDGE };
  return policy === SETTLED || policy === PICTURE ? { 'cdn-cache-control': SETTLED_AT_EDGE } : {};
}

/** Does the client have this answer already (If-None-Match, which may be a list, with weak tags, or `*` for any)? */
export function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? '')
    .split(',')
    .some((one) => [etag, '*'].includes(one.trim().replace(/^W\//, '')));
}
