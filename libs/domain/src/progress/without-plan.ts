import { isMissing, type Observation } from './obs-status.ts';

export interface WithoutPlan<T> {
  status: 'SUPPRESSED' | 'NO_TARGET' | 'NOT_APPLICABLE';
  /** The newest figure, to be shown beside the word. */
  latest: T | null;
}

/**
 * The status of an indicator that is not judged, because it has no target or is context. What was
 * observed does not change the word, for a missing target comes first; but if the newest observation is
 * hidden, the status is SUPPRESSED, and no older one is shown instead. `observations`: oldest first.
 *
 * Source: methods.md 1.2, steps 1 to 3.
 */
export function withoutPlan<T extends Observation>(
  observations: readonly T[],
  word: 'NO_TARGET' | 'NOT_APPLICABLE',
): WithoutPlan<T> {
  const latest = observations.findLast(
    ({ value, status }) => status === 'Q' || (value != null && !isMissing(status)),
  );
  if (latest?.status === 'Q') return { status: 'SUPPRESSED', latest: null };
  return { status: word, latest: latest ?? null };
}
