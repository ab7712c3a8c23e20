import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { replicasOf } from './replicas.ts';
import type { PublicTables, Tables } from './tables.ts';

/**
 * Set queries with types, in the transaction of this entity manager: parameters are bound, and an unknown table or
 * column does not compile. Instants come as `Date`, days as `YYYY-MM-DD`, exact figures as strings without padding.
 */
export const db = (em: SqlEntityManager): Kysely<Tables> => em.getKysely<Tables>();

/** The same for readers of releases, whose connections cannot see working tables: from a replica if there is one (replicas.ts). */
export const publicDb = (em: SqlEntityManager): Kysely<PublicTables> =>
  em.getKysely<PublicTables>({ type: 'read' });

/** The same from the primary, which always has the newest release; from a replica only while the primary is away. */
export const newestDb = (em: SqlEntityManager): Kysely<PublicTables> =>
  em.getKysely<PublicTables>({ type: replicasOf(em).primaryIsAway ? 'read' : 'write' });

/** A value for a jsonb column: a list would be bound as an array of PostgreSQL otherwise. */
export const json = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`;
