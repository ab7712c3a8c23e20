import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { move, type Operation, type WorkEvent, WORK_STATES } from '@qadam/domain';
import type { RawBuilder } from 'kysely';
import { db } from '../../database/db.ts';
import { anyOf, rowsAs } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem } from '../../graphql/problem.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { Observation, Revision } from './observation.entity.ts';

// Reads observations for a change and locks them until its transaction ends.

export const LOCKED = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;

/** If the observation does not exist, the answer is the same as for one of a foreign area. */
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

/** Locks observations, always in the same order, so that two changes never wait for each other. */
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

/** Locks any number of observations without reading them. If an area is given, those of other areas count as not found. */
export async function holdObservations(
  em: EntityManager,
  ids: readonly string[],
  area?: string,
): Promise<void> {
  if ((await hold(em, anyOf(ids.filter(isId)), area)) < ids.length) throw new ApiError('NOT_FOUND');
}

/** Locks observations until the transaction ends and returns how many exist. `which`: an `any(…)` of ids. */
export async function hold(
  em: EntityManager,
  which: RawBuilder<string>,
  area?: string,
): Promise<number> {
  const { found } = await db(em)
    .with('locked', (query) =>
      query
        .selectFrom('work.observation')
        .select('id')
        .where('id', '=', which)
        .$if(area !== undefined, (cells) => cells.where('area', '=', area ?? ''))
        .orderBy('id')
        .forUpdate(),
    )
    .selectFrom('locked')
    .select(({ fn }) => fn.countAll<number>().as('found'))
    .executeTakeFirstOrThrow();
  return found;
}

/** Moves locked observations to their next state in one statement: all of them or none. */
export async function advanceAll(
  em: EntityManager,
  ids: readonly string[],
  event: WorkEvent,
): Promise<void> {
  const { numUpdatedRows } = await advancing(em, anyOf(ids), event).executeTakeFirstOrThrow();
  refuseFewer(numUpdatedRows, ids.length, event);
}

/** The update alone, to be a part of a larger statement: `db(em).with('moved', () => advancing(em, anyOf(ids), event).returning('o.id'))`. */
export function advancing(em: EntityManager, which: RawBuilder<string>, event: WorkEvent) {
  const moves = WORK_STATES.flatMap((from) => {
    const next = move(from, event);
    return next.ok ? [{ from, to: next.state }] : [];
  });
  return db(em)
    .updateTable('work.observation as o')
    .from(rowsAs('m', { from: 'text', to: 'text' }, moves))
    .set((eb) => ({ state: eb.ref('m.to'), version: eb('o.version', '+', 1) }))
    .whereRef('o.state', '=', 'm.from')
    .where('o.id', '=', which);
}

/** How many statements move very many observations, with a report of progress after each. Not more, as each may read the whole table. */
const PIECES = 4;
/** The least number of observations that is worth a statement of its own. */
const PIECE = 1000;

/** The places at which each piece begins and ends. */
export function piecesOf(values: number): { from: number; to: number }[] {
  const size = Math.max(PIECE, Math.ceil(values / PIECES));
  return Array.from({ length: Math.ceil(values / size) }, (_, at) => ({
    from: at * size,
    to: Math.min((at + 1) * size, values),
  }));
}

/** Throws if some of the observations could not be moved. */
export function refuseFewer(moved: bigint | undefined, wanted: number, event: WorkEvent): void {
  if (Number(moved) < wanted) throw new EditConflict(problem('INVALID_STATE', null, { event }));
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
