/**
 * A release never changes, except where a cell is withdrawn for safety. So an answer that names its release may be cached
 * for a day without revalidation, not for a year; any other is revalidated each time.
 */
export const SETTLED = 'public, max-age=86400, immutable';
export const NEWEST = 'public, max-age=0, s-maxage=60, must-revalidate';

/** Whether the client has this answer already (If-None-Match, also as a list and with weak tags). */
export function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
