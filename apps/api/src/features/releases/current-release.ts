import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';

/** How long another process may go on showing the release before. */
const KEPT_MS = 1000;

/**
 * What the public reads now: the newest release, and how many cells were withdrawn for safety, since a withdrawal changes
 * what past releases answer. Asked at every page view, so it is not read at every page view.
 */
@Injectable()
export class CurrentRelease {
  private readonly orm: MikroORM;
  private kept: { edition: Promise<string | null>; until: number } | null = null;

  constructor(orm: MikroORM) {
    this.orm = orm;
  }

  edition(): Promise<string | null> {
    const now = performance.now();
    if (this.kept !== null && now < this.kept.until) return this.kept.edition;
    // The promise is kept, not what it brings: an answer that is under way while a release is published is forgotten too.
    const kept = { edition: this.read(), until: now + KEPT_MS };
    this.kept = kept;
    kept.edition.catch(() => {
      if (this.kept === kept) this.kept = null;
    });
    return kept.edition;
  }

  /** This process has published: its next visitor sees the new release. */
  forget(): void {
    this.kept = null;
  }

  private async read(): Promise<string | null> {
    const [latest] = await this.orm.em.fork().execute<{ edition: string }[]>(
      `select number || '-' || (select count(*) from work.withdrawal where state = 'CONFIRMED') as edition
           from publication.release order by sequence desc limit 1`,
    );
    return latest?.edition ?? null;
  }
}
