import type { PublishedRevision } from '@qadam/domain';
import type { WorkObservation } from '../returns/work-observation.type.ts';

/**
 * How the published value of a cell was revised since its first publication. A value leaves APPROVED only through a
 * release or an undoing, so what was approved in the end, up to the published revision, was published.
 */
export function publishedRevisions(observation: WorkObservation): PublishedRevision[] {
  const { indicator, published, revisions, reviews } = observation;
  if (published === null) return [];
  const decided = new Map(reviews.map(({ revision, decision }) => [revision, decision]));
  const released = revisions.filter(
    ({ id, via, number }) =>
      number <= published.number &&
      (id === published.id || via === 'SOURCE_IMPORT' || decided.get(id) === 'APPROVED'),
  );
  return released.slice(1).map(({ value, reason }, index) => ({
    indicator,
    from: released[index]?.value ?? null,
    to: value,
    reason,
  }));
}
