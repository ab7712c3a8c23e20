import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';

/** How long another process may go on showing the release before. */
const KEPT_MS = 1000;

interface Read {
  number: string | null;
  withdrawals: number;
}

/**
 * What the public reads now: the newest release, and how many cells were withdrawn for safety, since a withdrawal changes
 * what past releases answer. Asked at every page view, so it is not read at every page view.
 */
@Injectable()
export class CurrentRelease {
  private readonly orm: MikroORM;
  private kept: { read: Promise<Read>; until: number } | null = null;

  constructor(orm: MikroORM) {
    this.orm = orm;
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
    const kept = { read: this.read(), until: now + KEPT_MS };
    this.kept = kept;
    kept.read.catch(() => {
      if (this.kept === kept) this.kept = null;
    });
    return kept.read;
  }

  /** This process has published: its next visitor sees the new release. */
  forget(): void {
    this.kept = null;
  }

  private async read(): Promise<Read> {
    const [read] = await this.orm.em.fork().execute<Read[]>(
      `select (select number from publication.release order by sequence desc limit 1) as number,
         (select count(*)::int from work.withdrawal where state = 'CONFIRMED') as withdrawals`,
    );
    return read ?? { number: null, withdrawals: 0 };
  }
}

function editionOf(number: string, withdrawals: number): string {
  return `${number}-${String(withdrawals)}`;
}
