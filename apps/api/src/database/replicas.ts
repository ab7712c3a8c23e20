import { setTimeout as wait } from 'node:timers/promises';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import { log } from '../http/log.ts';
import { countRows } from './expressions.ts';
import type { PublicTables } from './tables.ts';

/** What a database has of the published releases. Neither count ever falls. */
export interface Released {
  /** The number of the newest release. */
  number: string | null;
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
  /** When work on it last ended well, by `performance.now()`. If that was after a question was sent, the question only waited in a queue. */
  readonly answeredAt: number;
  /** When it last failed a reader, whom the primary then answered. */
  readonly lostAt: number;
}

/** A replica that takes longer to answer is not used. */
const ANSWERS_WITHIN_MS = 1000;
const LATE = Symbol('late');
/** How long an answer of a replica counts: it could be rebuilt meanwhile from an older state. */
const SAID_COUNTS_MS = 5000;

type Counts = Pick<Released, 'sequence' | 'withdrawn'>;
const hasAll = (one: Counts, other: Counts): boolean =>
  one.sequence >= other.sequence && one.withdrawn >= other.withdrawn;

/**
 * Chooses the database that releases are read from: a replica that has every release and every withdrawal this process knows of, otherwise the
 * primary. A process keeps to one replica, because a second one could lack what the first has just shown; and it goes back to a replica only when the
 * primary has just reported what it has (docs/decisions/0078).
 */
export class ReplicaChoice<R extends Replica = Replica> {
  /** True if the primary does not answer but a replica does, so that only the replica can be read. */
  primaryIsAway = false;
  private known: Counts = { sequence: 0, withdrawn: 0 };
  private chosen: R | null = null;
  private chosenAt = -Infinity;
  /** What each replica has, and when it was asked. */
  private readonly has = new Map<R, Released & { at: number }>();
  /** Replicas that were already logged as not readable. */
  private readonly refused = new Set<R>();
  private isPaused = true;
  private leftAt = -Infinity;
  private begin: Promise<Begin> | null = null;
  private asking: Promise<void> | null = null;
  private readonly replicas: readonly R[];

  constructor(
    replicas: readonly R[],
    private readonly primary: () => Kysely<PublicTables>,
  ) {
    // a random start, so that processes share the replicas out among themselves
    const first = Math.floor(Math.random() * replicas.length);
    this.replicas = [...replicas.slice(first), ...replicas.slice(0, first)];
  }

  get hasReplicas(): boolean {
    return this.replicas.length > 0;
  }

  /** The replica to read from; null: the primary. */
  get usable(): R | null {
    const { chosen } = this;
    if (chosen === null || chosen.lostAt > this.chosenAt) return null;
    return this.fits(chosen) ? chosen : null;
  }

  /** What the replica in use has; null if none is in use. */
  get said(): Released | null {
    const { usable } = this;
    return usable === null ? null : (this.has.get(usable) ?? null);
  }

  /** Does this state include everything that readers of this process have been shown? */
  isNewest(read: Released): boolean {
    return hasAll(read, this.known);
  }

  /** The primary has reported this state: a replica without it is no longer read. */
  expect({ sequence, withdrawn = 0 }: { sequence: number; withdrawn?: number }): void {
    this.known = {
      sequence: Math.max(this.known.sequence, sequence),
      withdrawn: Math.max(this.known.withdrawn, withdrawn),
    };
    if (this.chosen !== null && !this.fits(this.chosen)) this.leave(this.chosen);
  }

  /** This process has published: the primary is read until it has reported its new state. */
  pause(): void {
    this.isPaused = true;
    this.leftAt = performance.now();
    this.chosen = null;
  }

  /** The primary was asked at this time (`performance.now()`) and reported this state. */
  follow(released: Released, askedAt: number): void {
    this.expect(released);
    if (askedAt > this.leftAt) {
      this.isPaused = false;
      this.choose();
    }
    void this.ask();
  }

  /** Asks every replica, once a second while there are readers and whether the primary answers or not. */
  ask(): Promise<void> {
    if (!this.hasReplicas) return Promise.resolve();
    this.asking ??= this.askAll().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  private async askAll(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => this.askOne(replica)));
    const { chosen } = this;
    if (chosen !== null && (!this.has.has(chosen) || chosen.lostAt > this.chosenAt))
      this.leave(chosen);
    if (!this.primaryIsAway) return;
    this.choose();
    // readers are shown the state of this replica, so the next one must have it too
    if (this.said !== null) this.expect(this.said);
  }

  private choose(): void {
    if (this.chosen !== null || this.isPaused) return;
    const next = this.replicas.find(
      (replica) => this.fits(replica) && (this.has.get(replica)?.at ?? 0) > replica.lostAt,
    );
    if (next === undefined) return;
    this.chosen = next;
    this.chosenAt = performance.now();
    log.info({ host: next.host }, 'releases are read from a replica');
  }

  /** Did the replica report a moment ago that it has everything? */
  private fits(replica: R): boolean {
    const has = this.has.get(replica);
    if (has === undefined || performance.now() - has.at > SAID_COUNTS_MS) return false;
    return hasAll(has, this.known);
  }

  private leave(replica: R): void {
    this.chosen = null;
    this.leftAt = performance.now();
    log.info({ host: replica.host }, 'a replica is passed over');
  }

  private async askOne(replica: R): Promise<void> {
    const asked = performance.now();
    const answer = await Promise.race([
      this.readReplica(replica.getClient()).catch((error: unknown) => ({ error })),
      wait(ANSWERS_WITHIN_MS, LATE, { ref: false }),
    ]);
    if (answer === LATE && replica.answeredAt > asked) return; // the replica is busy, not away
    if (answer !== LATE && !('error' in answer)) {
      this.has.set(replica, { ...answer, at: asked });
      this.refused.delete(replica);
      return;
    }
    this.has.delete(replica);
    if (this.refused.has(replica)) return;
    this.refused.add(replica);
    const err = answer === LATE ? new Error('It does not answer in time.') : answer.error;
    log.warn({ host: replica.host, err }, 'a replica cannot be read');
  }

  /**
   * Rejects if the database does not follow this primary, or lacks what the primary had when this process began, such as tables made by its
   * migrations.
   */
  private async readReplica(db: Kysely<PublicTables>): Promise<Released> {
    this.begin ??= readBegin(this.primary());
    const begin = await this.begin.catch((error: unknown) => {
      this.begin = null;
      throw error;
    });
    // one statement: if a first one failed, the primary would answer the second
    const read = await released(db)
      .select([
        SAME.as('same'),
        sql<boolean>`pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${begin.position}::pg_lsn`.as(
          'follows',
        ),
      ])
      .executeTakeFirstOrThrow();
    const { same, follows, ...has } = read;
    if (same !== begin.same) throw new Error('It follows another database.');
    if (!follows) throw new Error('It is no replica, or is behind where this process began.');
    return has;
  }
}

/** The choice of the readers' entity manager (connection.ts). */
export const replicasOf = (em: SqlEntityManager): ReplicaChoice =>
  (em.getDriver() as unknown as { choice: ReplicaChoice }).choice;

interface Begin {
  position: string;
  same: string;
}

/** Identifies the database and its cluster: the same on the primary and on replicas that stream from it. */
const SAME = sql<string>`(select c.system_identifier || '/' || d.oid from pg_control_system() c, pg_database d where d.datname = current_database())`;

/** Which database this is, and how far its log is written. */
const readBegin = (db: Kysely<PublicTables>): Promise<Begin> =>
  db
    .selectNoFrom([SAME.as('same'), sql<string>`pg_current_wal_insert_lsn()::text`.as('position')])
    .executeTakeFirstOrThrow();
