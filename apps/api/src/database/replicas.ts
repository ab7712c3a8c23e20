import { setTimeout as wait } from 'node:timers/promises';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import { log } from '../http/log.ts';
import { countRows } from './expressions.ts';
import type { PublicTables } from './tables.ts';

/** What a database has of what was released. Neither number ever falls. */
export interface Released {
  sequence: number;
  withdrawn: number;
}

/** The newest release of a database, and how many cells were withdrawn for safety. */
export const released = (db: Kysely<PublicTables>) =>
  db.selectNoFrom((eb) => {
    const newest = eb.selectFrom('publication.release').orderBy('sequence', 'desc').limit(1);
    return [
      newest.select('number').as('number'),
      eb.fn.coalesce(newest.select('sequence'), eb.lit(0)).as('sequence'),
      countRows(eb.selectFrom('publication.tombstone')).as('withdrawn'),
    ];
  });

/** A database that follows another (connection.ts). */
export interface Replica {
  readonly host: string;
  getClient: () => Kysely<PublicTables>;
  /** When work on it last ended well, by `performance.now()`: a question that waits behind it says nothing. */
  readonly soundAt: number;
  /** When it last failed a reader, who was then answered by the primary. */
  readonly lostAt: number;
}

/** A replica that takes longer is passed over. */
const ANSWERS_WITHIN_MS = 1000;
const LATE = Symbol('late');
/** What a replica has said counts for so long: it could have been rebuilt meanwhile, from before. */
const SAID_COUNTS_MS = 5000;

const hasAll = (one: Released, other: Released): boolean =>
  one.sequence >= other.sequence && one.withdrawn >= other.withdrawn;

/**
 * From which database releases are read: a replica, where it has every release and every withdrawal that this process knows of, else
 * the primary. A process keeps to one replica, since of two the second could lack what the first has just shown, and comes back to
 * one only after it has asked the primary again (docs/decisions/0078).
 */
export class ReplicaChoice<R extends Replica = Replica> {
  /** The primary does not answer, and a replica does: that is then all there is. */
  primaryIsAway = false;
  private known: Released = { sequence: 0, withdrawn: 0 };
  private chosen: R | null = null;
  /** What each has, and when it was asked. */
  private readonly has = new Map<R, Released & { at: number }>();
  private isPaused = true;
  private leftAt = -Infinity;
  /** When the primary was asked for what it answered last. */
  private heardAt = -Infinity;
  private begin: Promise<string> | null = null;
  private asking: Promise<unknown> | null = null;
  private readonly replicas: readonly R[];

  constructor(
    replicas: readonly R[],
    private readonly primary: () => Kysely<PublicTables>,
  ) {
    // processes share the replicas out among themselves
    const first = Math.floor(Math.random() * replicas.length);
    this.replicas = [...replicas.slice(first), ...replicas.slice(0, first)];
  }

  get any(): boolean {
    return this.replicas.length > 0;
  }

  /** The replica to read from; null: the primary. */
  get usable(): R | null {
    const { chosen } = this;
    if (chosen === null || this.isPaused || chosen.lostAt > this.leftAt) return null;
    const has = this.has.get(chosen);
    if (has === undefined || performance.now() - has.at > SAID_COUNTS_MS) return null;
    return hasAll(has, this.known) ? chosen : null;
  }

  /** The primary has told of this: no replica without it is read any more. */
  expect({ sequence, withdrawn = 0 }: { sequence: number; withdrawn?: number }): void {
    this.known = {
      sequence: Math.max(this.known.sequence, sequence),
      withdrawn: Math.max(this.known.withdrawn, withdrawn),
    };
  }

  /** This process has published: the primary is read until it has told what it has now. */
  pause(): void {
    this.isPaused = true;
  }

  /** The primary was asked at this time (`performance.now()`) and has this. */
  follow(released: Released, askedAt: number): void {
    this.expect(released);
    this.isPaused = false;
    this.heardAt = askedAt;
    this.ask();
  }

  /** Asks every replica, once a second while there are readers and whether the primary answers or not; nobody waits for it. */
  ask(): void {
    if (!this.any) return;
    this.asking ??= this.askAll().finally(() => {
      this.asking = null;
    });
  }

  private async askAll(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => this.askOne(replica)));
    const { chosen } = this;
    if (chosen !== null && (!this.has.has(chosen) || chosen.lostAt > this.leftAt))
      this.leave(chosen);
    if (this.chosen !== null || this.heardAt <= this.leftAt) return;
    const next = this.replicas.find((replica) => {
      const has = this.has.get(replica);
      return has !== undefined && hasAll(has, this.known) && replica.lostAt < this.heardAt;
    });
    if (next === undefined) return;
    this.chosen = next;
    log.info({ host: next.host }, 'releases are read from a replica');
  }

  private leave(replica: R): void {
    this.chosen = null;
    this.leftAt = performance.now();
    log.warn({ host: replica.host }, 'a replica is passed over');
  }

  private async askOne(replica: R): Promise<void> {
    const asked = performance.now();
    const answer = await Promise.race([
      this.readReplica(replica.getClient()).catch(() => null),
      wait(ANSWERS_WITHIN_MS, LATE, { ref: false }),
    ]);
    if (answer === LATE && replica.soundAt > asked) return; // it is busy, not away
    if (answer === LATE || answer === null) this.has.delete(replica);
    else this.has.set(replica, { ...answer, at: asked });
  }

  /** null: it does not follow, or lacks what the primary had when this process began, such as tables that its migrations made. */
  private async readReplica(db: Kysely<PublicTables>): Promise<Released | null> {
    this.begin ??= readPosition(this.primary());
    const begin = await this.begin.catch((error: unknown) => {
      this.begin = null;
      throw error;
    });
    const follows = sql<boolean>`pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${begin}::pg_lsn`;
    // in one statement: after a failure the next one would be answered by the primary
    const read = await released(db).select(follows.as('follows')).executeTakeFirstOrThrow();
    return read.follows ? read : null;
  }
}

/** Of the manager of readers (connection.ts). */
export const replicasOf = (em: SqlEntityManager): ReplicaChoice =>
  (em.getDriver() as unknown as { choice: ReplicaChoice }).choice;

/** How far the log of this database has been written. */
async function readPosition(db: Kysely<PublicTables>): Promise<string> {
  const position = sql<string>`pg_current_wal_insert_lsn()::text`;
  return (await db.selectNoFrom(position.as('position')).executeTakeFirstOrThrow()).position;
}
