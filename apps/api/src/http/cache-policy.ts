/**
 * What a release says never changes, with one exception: a cell withdrawn for somebody's safety. So an answer that names
 * its release may be kept for a day without asking, not for a year; any other is asked about again each time.
 */
export const SETTLED = 'public, max-age=86400, immutable';
export const NEWEST = 'public, max-age=0, s-maxage=60, must-revalidate';

/** Whether the asker has this answer already (If-None-Match, also as a list and with weak marks). */
export function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
