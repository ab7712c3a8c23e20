import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { PublicOrm } from '../../database/public-database.module.ts';
import { isDatabaseAway } from '../../database/unavailable.ts';
import { ApiError } from '../../graphql/api-error.ts';

/** How long another process may go on showing the release before. */
const KEPT_MS = 1000;
/** How long somebody waits for the database to say what is current, where it once said so. */
const PATIENCE_MS = 1000;
/** After it did not, the next question is put so much later. */
const PAUSE_MS = 5000;

interface Read {
  number: string | null;
  withdrawals: number;
}

/**
 * What the public reads now: the newest release, and how many cells were withdrawn for safety, since a withdrawal changes
 * what past releases answer. Asked at every page view, so it is not read at every page view. While the database is away
 * it is what was read last: what was stored of it can still be shown.
 */
@Injectable()
export class CurrentRelease {
  private readonly orm: PublicOrm;
  private kept: { read: Promise<Read>; until: number } | null = null;
  private last: Read | null = null;
  private away = false;

  constructor(orm: PublicOrm) {
    this.orm = orm;
  }

  /** The database did not say what is current when it was asked last: nothing else can be read from it either. */
  get isAway(): boolean {
    return this.away;
  }

  async edition(): Promise<string | null> {
    const { number, withdrawals } = await this.current();
    return number === null ? null : editionOf(number, withdrawals);
  }

  /** Of a past release: it changes with withdrawals only. */
  async editionOf(number: string): Promise<string> {
    return editionOf(number, (await this.current()).withdrawals);
  }

  private current(): Promise<Read> {
    const now = performance.now();
    if (this.kept !== null && now < this.kept.until) return this.kept.read;
    // The promise is kept, not what it brings: an answer that is under way while a release is published is forgotten too.
    const kept = { read: this.readOrLast(), until: now + KEPT_MS };
    this.kept = kept;
    kept.read.then(
      () => {
        if (this.away) kept.until = performance.now() + PAUSE_MS;
      },
      () => {
        if (this.kept === kept) this.kept = null;
      },
    );
    return kept.read;
  }

  /** This process has published, or withdrawn: its next visitor sees that, or nothing at all. */
  forget(): void {
    this.kept = null;
    this.last = null;
  }

  private async readOrLast(): Promise<Read> {
    try {
      const reading = this.read();
      const read = this.last === null ? await reading : await inTime(reading);
      this.away = false;
      this.last = read;
      return read;
    } catch (error) {
      if (!isDatabaseAway(error) && !(error instanceof ApiError)) throw error;
      this.away = true;
      if (this.last === null) throw error;
      return this.last;
    }
  }

  private async read(): Promise<Read> {
    const [read] = await this.orm.em.execute<Read[]>(
      `select (select number from publication.release order by sequence desc limit 1) as number,
         (select count(*)::int from work.withdrawal where state = 'CONFIRMED') as withdrawals`,
    );
    return read ?? { number: null, withdrawals: 0 };
  }
}

async function inTime<T>(reading: Promise<T>): Promise<T> {
  reading.catch(() => undefined); // late, its failure is nobody's
  const late = wait(PATIENCE_MS, undefined, { ref: false }).then(() => {
    throw new ApiError('UNAVAILABLE', undefined, { retryAfter: 5 });
  });
  late.catch(() => undefined);
  return Promise.race([reading, late]);
}

function editionOf(number: string, withdrawals: number): string {
  return `${number}-${String(withdrawals)}`;
}
