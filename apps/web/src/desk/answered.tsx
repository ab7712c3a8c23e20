import type { ReactNode } from 'react';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { FailedToLoad, type Retry } from './failed-to-load.tsx';
import { PartFailed } from './part-failed.tsx';

/**
 * What a query of a desk has answered. `instead`: what is shown while there are no data. `notice`: that they could not
 * be read (again); what was read before stays on the page, together with what was typed in it. `part`: the query is
 * about a part of the page, so that the rest stays if it fails.
 */
export function answered<Data>(
  asked: { data?: Data | undefined; error?: unknown; refetch: Retry },
  part?: 'part',
): { data: Data | undefined; error: unknown; instead: ReactNode; notice: ReactNode } {
  const { data, error, refetch } = asked;
  const notice = error ? <PartFailed error={error} retry={refetch} /> : null;
  const failed = part ? notice : <FailedToLoad error={error} retry={refetch} />;
  return { data, error, notice, instead: error ? failed : <PageSkeleton /> };
}
