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

/** How long another process may go on showing the release before, unless a reader has met the newer one in an answer of its own. */
const KEPT_MS = 1000;
/** How long a reader waits for the database before the answer of the last time is used. */
const TIMEOUT_MS = 1000;

interface Kept {
  read: Promise<Released>;
  until: number;
  /** What was read, once it is. */
  said?: Released;
}

/**
 * What the public reads now: the newest release, and how many cells were withdrawn for safety, since a withdrawal changes
 * what past releases answer. Needed at every page view, so it is kept for a moment. Where the database does not answer it is
 * what was read last, so that stored pages can still be shown.
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

  /** The last question to the database failed, and there is no replica: nothing else can be read either. */
  get isAway(): boolean {
    return this.away && this.replicas.usable === null;
  }

  async edition(): Promise<string | null> {
    const { number, withdrawn } = await this.current();
    return number === null ? null : editionOf(number, withdrawn);
  }

  /** Of a past release: it changes with withdrawals only. */
  async editionOf(number: string): Promise<string> {
    return editionOf(number, (await this.current()).withdrawn);
  }

  /** What `edition` answers, where nothing has to be read or waited for; undefined otherwise. */
  editionAtOnce(): string | null | undefined {
    const said = this.keptNow()?.said;
    return said && (said.number === null ? null : editionOf(said.number, said.withdrawn));
  }

  private current(): Promise<Released> {
    const before = this.keptNow();
    if (before !== null) return before.read;
    // The promise is kept, not what it brings: an answer that is under way while a release is published is forgotten too.
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

  /** This process has published or withdrawn: nothing read before is shown any more. */
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

  /** A replica may have more than was read last: what it shows has to be stored as that. */
  private async readWithoutPrimary(last: Released): Promise<Released> {
    await this.replicas.ask();
    const read = this.replicas.said ?? last;
    if (this.last === last) this.last = read;
    return read;
  }

  /** One at a time, however long it takes: with a frozen database each would take up a connection. */
  private begin(): Promise<Released> {
    const askedAt = performance.now();
    const reading: Promise<Released> = this.read().then(
      (read) => {
        this.noteAway(false);
        if (this.reading !== reading) return read; // forgotten meanwhile: something newer was published
        this.last = read;
        this.replicas.follow(read, askedAt);
        return read;
      },
      (error: unknown) => {
        // where others were answered meanwhile it was its connections that were all in use
        this.noteAway(isDatabaseAway(error) && this.connection.soundAt <= askedAt);
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

  /** Of the primary: a replica is read only where it has what this says. */
  private read(): Promise<Released> {
    return released(this.orm.em.getKysely<PublicTables>()).executeTakeFirstOrThrow();
  }
}

function editionOf(number: string, withdrawn: number): string {
  return `${number}-${String(withdrawn)}`;
}
