import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { Operation } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { isId } from '../../database/ids.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { Observation, Revision } from './observation.entity.ts';

// Observations as a change needs them: locked until its transaction ends.

export const LOCKED = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;

/** An observation that does not exist answers like one of a foreign area. */
export async function permitOn(
  em: EntityManager,
  actor: Actor,
  operation: Operation,
  id: string,
): Promise<void> {
  const observations = db(em).selectFrom('work.observation').select('area');
  const found = isId(id) ? await observations.where('id', '=', id).executeTakeFirst() : undefined;
  permit(actor, operation, { area: found?.area });
  if (found === undefined) throw new ApiError('NOT_FOUND');
}

export const lockObservation = (em: EntityManager, id: string): Promise<Observation> =>
  em.findOneOrFail(Observation, id, LOCKED);

/** Always in one order, so that two changes never wait for each other. */
export async function lockObservations(
  em: EntityManager,
  ids: readonly string[],
): Promise<Map<string, Observation>> {
  const found = await em.find(
    Observation,
    { id: { $in: ids.filter(isId) } },
    { ...LOCKED, orderBy: { id: 'asc' } },
  );
  if (found.length < new Set(ids).size) throw new ApiError('NOT_FOUND');
  return new Map(found.map((observation) => [observation.id, observation]));
}

export const currentRevision = (em: EntityManager, observation: Observation): Promise<Revision> =>
  em.findOneOrFail(Revision, observation.currentRevision);

export async function currentRevisions(
  em: EntityManager,
  observations: Iterable<Observation>,
): Promise<Map<string, Revision>> {
  const ids = Array.from(observations, ({ currentRevision }) => currentRevision);
  const revisions = await em.find(Revision, { id: { $in: ids } });
  return new Map(revisions.map((revision) => [revision.id, revision]));
}
