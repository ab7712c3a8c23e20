import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { withVisit, type Visits } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { readPairs } from '../publication/changes.reader.ts';
import { asReleaseTime } from '../publication/release-day.ts';
import { readReleases } from '../publication/release.reader.ts';
import { Follower } from './follow.entity.ts';
import { readFollows, readIndicatorsOf } from './following.reader.ts';
import type { News } from './following.type.ts';
import { concerned, countsOf } from './news.ts';

/** The last visit of a signed-in person, and what was released since. Visitors without an account are not remembered. */
@Injectable()
export class VisitsService {
  constructor(private readonly em: EntityManager) {}

  /** Records the actor's visit; false where nothing was released yet. Not in the audit chain, as it changes nothing else. */
  async recordVisit(actor: Actor, now: Date): Promise<boolean> {
    permit(actor, 'FOLLOW', {});
    return this.em.fork().transactional(async (em) => {
      const [newest] = await readReleases(em, actor.lang);
      if (newest === undefined) return false;
      await db(em)
        .insertInto('work.follower')
        .values({ user_account: actor.id })
        .onConflict((on) => on.doNothing())
        .execute();
      const follower = await em.findOneOrFail(
        Follower,
        { userAccount: actor.id },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      const { last, before } = withVisit(visitsOf(follower), { at: now, release: newest.number });
      em.assign(follower, {
        lookedAt: last.at,
        lookedRelease: last.release,
        beforeAt: before?.at ?? null,
        beforeRelease: before?.release ?? null,
      });
      return true;
    });
  }

  /** What was released since the last visit, of what is followed; null at the first visit and before the first release. */
  async news(actor: Actor, lang: Language): Promise<News | null> {
    permit(actor, 'READ_FOLLOWING', {});
    const follower = await this.em.fork().findOne(Follower, { userAccount: actor.id });
    const before = visitsOf(follower)?.before ?? null;
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
}

function visitsOf(follower: Follower | null): Visits | null {
  const { lookedAt, lookedRelease, beforeAt, beforeRelease } = follower ?? {};
  if (!lookedAt || !lookedRelease) return null;
  const last = { at: lookedAt, release: lookedRelease };
  return {
    last,
    before: beforeAt && beforeRelease ? { at: beforeAt, release: beforeRelease } : null,
  };
}
