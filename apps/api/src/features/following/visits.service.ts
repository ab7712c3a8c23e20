import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { looked, type Visits } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { readPairs } from '../publication/changes.reader.ts';
import { asReleaseTime } from '../publication/release-day.ts';
import { readReleases } from '../publication/release.reader.ts';
import { readFollows, readIndicatorsOf } from './following.reader.ts';
import type { News } from './following.type.ts';
import { concerned, countsOf } from './news.ts';

interface Row {
  lookedAt: string;
  lookedRelease: string;
  beforeAt: string | null;
  beforeRelease: string | null;
}

/** When somebody last looked at a release, and what came since. Visitors who have not signed in are not remembered. */
@Injectable()
export class VisitsService {
  constructor(private readonly em: EntityManager) {}

  /** Remembers that the actor looks now; says whether there is anything to look at. Not in the chain: it changes nothing but this. */
  async look(actor: Actor, now: Date): Promise<boolean> {
    permit(actor, 'FOLLOW', {});
    return this.em.fork().transactional(async (em) => {
      const [newest] = await readReleases(em, actor.lang);
      if (newest === undefined) return false;
      await em.execute(
        'insert into work.follower (user_account) values (?) on conflict do nothing',
        [actor.id],
      );
      const known = await this.read(em, actor.id, 'for update');
      const { last, before } = looked(known, { at: now, release: newest.number });
      await em.execute(
        `update work.follower set looked_at = ?::timestamptz, looked_release = ?,
           before_at = ?::timestamptz, before_release = ? where user_account = ?`,
        [
          last.at.toISOString(),
          last.release,
          before?.at.toISOString() ?? null,
          before?.release ?? null,
          actor.id,
        ],
      );
      return true;
    });
  }

  /** What was released since the last visit, of what is followed; null at the first visit and before the first release. */
  async news(actor: Actor, lang: Language): Promise<News | null> {
    permit(actor, 'READ_FOLLOWING', {});
    const before = (await this.read(this.em, actor.id))?.before ?? null;
    const releases = await readReleases(this.em, lang);
    const from = releases.find(({ number }) => number === before?.release);
    const [to] = releases;
    if (before === null || !from || !to) return null;
    const [changes] = await readPairs(this.em, [{ from, to }], {}, lang);
    if (!changes) return null;
    const follows = await readFollows(this.em, [actor.id]);
    const items = concerned(changes.items, follows, await readIndicatorsOf(this.em));
    return {
      since: asReleaseTime(before.at),
      from: from.number,
      to: to.number,
      narrowed: follows.length > 0,
      counts: countsOf(items, changes),
      areas: changes.areas,
      items,
    };
  }

  private async read(em: EntityManager, user: string, lock = ''): Promise<Visits | null> {
    const [row] = await em.execute<Row[]>(
      `select looked_at as "lookedAt", looked_release as "lookedRelease", before_at as "beforeAt", before_release as "beforeRelease"
       from work.follower where user_account = ? and looked_at is not null ${lock}`,
      [user],
    );
    if (!row) return null;
    const { beforeAt, beforeRelease } = row;
    return {
      last: { at: new Date(row.lookedAt), release: row.lookedRelease },
      before:
        beforeAt === null || beforeRelease === null
          ? null
          : { at: new Date(beforeAt), release: beforeRelease },
    };
  }
}
