import { ApiError } from '../../graphql/api-error.ts';
import { releaseOn, type ReadRelease } from '../publication/release.reader.ts';

export interface AskedRelease {
  /** A number, as 2026.1. */
  release?: string;
  /** A day, as 2026-11-25: what stood at its end (UTC). */
  asOf?: string;
}

/** The release meant, of all there are, newest first; the newest where none is named. */
export function findRelease(
  releases: readonly ReadRelease[],
  { release, asOf }: AskedRelease,
): ReadRelease {
  const found =
    release !== undefined
      ? releases.find(({ number }) => number === release)
      : asOf === undefined
        ? releases[0]
        : releaseOn(releases, asOf);
  if (!found)
    throw new ApiError(
      'NOT_FOUND',
      releases.length === 0 ? 'Nothing was released yet.' : 'There is no such release.',
    );
  return found;
}
