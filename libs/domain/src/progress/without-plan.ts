import { isMissing, type Observation } from './obs-status.ts';

export interface WithoutPlan<T> {
  status: 'SUPPRESSED' | 'NO_TARGET' | 'NOT_APPLICABLE';
  /** The newest figure, to be shown beside the word. */
  latest: T | null;
}

/**
 * An indicator that is not judged: nothing was promised of it, or it is context. What was observed
 * does not change the word, for a missing target comes first; but where the newest observation is
 * hidden nothing is said, least of all by falling back to an older year. Oldest first.
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
