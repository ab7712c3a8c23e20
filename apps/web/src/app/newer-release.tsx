import { useMatches } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { releaseOf } from './described.ts';
import type { Search } from './search.ts';

// a missing notice must not break the page: if its code cannot be loaded, nothing is shown
const NewerReleaseNotice = lazy(() =>
  import('./newer-release-notice.tsx').then(
    (module) => ({ default: module.NewerReleaseNotice }),
    () => ({ default: () => null }),
  ),
);
const SELDOM_MS = 5 * 60_000;

/** The release that a page shows as the latest; none if the address names a release, as such a page never changes. */
function useShownAsLatest(): string | undefined {
  return useMatches({
    select: (matches) =>
      matches
        .filter(({ search, params }) => {
          const { release, to }: Search = search;
          return release === undefined && to === undefined && !('number' in params);
        })
        .map(releaseOf)
        .find((release) => release?.latest)?.number,
  });
}

/** Tells the reader of an older tab that there is a newer release; the page stays as it is until the reader loads it again. */
export function NewerRelease() {
  const shown = useShownAsLatest();
  const [seenAt, setSeenAt] = useState(0);
  useEffect(() => {
    let last = Date.now();
    const onSeen = () => {
      if (document.visibilityState !== 'visible' || Date.now() - last < SELDOM_MS) return;
      last = Date.now();
      setSeenAt(last);
    };
    document.addEventListener('visibilitychange', onSeen);
    return () => document.removeEventListener('visibilitychange', onSeen);
  }, []);
  return (
    <div role="status" className="no-print">
      {shown !== undefined && seenAt > 0 && (
        <Suspense>
          <NewerReleaseNotice key={shown} shown={shown} seenAt={seenAt} />
        </Suspense>
      )}
    </div>
  );
}
