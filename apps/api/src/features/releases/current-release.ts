import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Connection } from '../../database/connection.ts';
import { isDatabaseAway } from '../../database/error-code.ts';
import { PublicOrm } from '../../database/public-database.module.ts';
import {
  type Released,
  released,
  type ReplicaChoice,
  replicasOf,
} from '../../database/replicas.ts';
import type { PublicTables } from '../../database/tables.ts';

/** How long another process may still show the previous release, unless a reader has already seen the newer one in another answer. */
const KEPT_MS = 1000;
/** How long a reader waits for the database before the last answer is used. */
const TIMEOUT_MS = 1000;

interface Kept {
  read: Promise<Released>;
  until: number;
  /** The result of `read`, once it has arrived. */
  said?: Released;
}

/**
 * What the public reads now: the newest release, and how many cells were withdrawn for safety, since a withdrawal changes the answers of past
 * releases too. Every page view needs it, so it is cached for a moment. If the database does not answer, the last result is used, so that stored
 * pages can still be shown.
 */
@Injectable()
export class CurrentRelease {
  private kept: Kept | null = null;
  private reading: Promise<Released> | null = null;
  private last: Released | null = null;
  private away = false;
  private readonly replicas: ReplicaChoice;

  constructor(private readonly orm: PublicOrm) {
    this.replicas = replicasOf(orm.em);
  }

  private get connection(): Connection {
    return this.orm.em.getConnection('write') as Connection;
  }

  /** Did the last query fail, and is there no replica? Then nothing else can be read either. */
  get isAway(): boolean {
    return this.away && this.replicas.usable === null;
  }

  async edition(): Promise<string | null> {
    const { number, withdrawn } = await this.current();
    return number === null ? null : editionOf(number, withdrawn);
  }

  /** The edition of a past release, which changes only with withdrawals. */
  async editionOf(number: string): Promise<string> {
    return editionOf(number, (await this.current()).withdrawn);
  }

  /** The answer of `edition` if it needs no waiting; undefined otherwise. */
  editionAtOnce(): string | null | undefined {
    const said = this.keptNow()?.said;
    return said && (said.number === null ? null : editionOf(said.number, said.withdrawn));
  }

  private current(): Promise<Released> {
    const before = this.keptNow();
    if (before !== null) return before.read;
    // The promise is cached, not its result, so that `forget` also drops a query that is under way while a release is published.
    const kept: Kept = { read: this.readOrLast(), until: performance.now() + KEPT_MS };
    void this.replicas.ask();
    this.kept = kept;
    kept.read.then(
      (said) => (kept.said = said),
      () => {
        if (this.kept === kept) this.kept = null;
      },
    );
    return kept.read;
  }

  private keptNow(): Kept | null {
    const isNewest = this.last === null || this.replicas.isNewest(this.last);
    return this.kept !== null && performance.now() < this.kept.until && isNewest ? this.kept : null;
  }

  /** This process has published or withdrawn something: nothing that was read before may be shown. */
  forget(): void {
    this.kept = null;
    this.reading = null;
    this.last = null;
    this.replicas.pause();
  }

  private readOrLast(): Promise<Released> {
    const reading = this.reading ?? this.begin();
    if (this.last === null) return reading;
    const { last } = this;
    return Promise.race([
      reading.catch((error: unknown) => {
        if (isDatabaseAway(error)) return this.readWithoutPrimary(last);
        throw error;
      }),
      wait(this.away ? 0 : TIMEOUT_MS, last, { ref: false }).then((unread) =>
        this.readWithoutPrimary(unread),
      ),
    ]);
  }

  /** A replica may have more than was read last, so its state is kept: what the replica shows must be stored under that edition. */
  private async readWithoutPrimary(last: Released): Promise<Released> {
    await this.replicas.ask();
    const read = this.replicas.said ?? last;
    if (this.last === last) this.last = read;
    return read;
  }

  /** Only one query at a time, however long it takes: with a frozen database each further one would occupy a connection. */
  private begin(): Promise<Released> {
    const askedAt = performance.now();
    const reading: Promise<Released> = this.read().then(
      (read) => {
        this.noteAway(false);
        if (this.reading !== reading) return read; // `forget` was called meanwhile: something newer was published
        this.last = read;
        this.replicas.follow(read, askedAt);
        return read;
      },
      (error: unknown) => {
        // if others were answered in the meantime, the database is there and only its connections were all in use
        this.noteAway(isDatabaseAway(error) && this.connection.answeredAt <= askedAt);
        throw error;
      },
    );
    this.reading = reading;
    const done = () => {
      if (this.reading === reading) this.reading = null;
    };
    reading.then(done, done);
    return reading;
  }

  private noteAway(away: boolean): void {
    this.away = away;
    this.replicas.primaryIsAway = away;
  }

  /** Read from the primary, because a replica is used only if it has what this query returns. */
  private read(): Promise<Released> {
    return released(this.orm.em.getKysely<PublicTables>()).executeTakeFirstOrThrow();
  }
}

function editionOf(number: string, withdrawn: number): string {
  return `${number}-${String(withdrawn)}`;
}
