import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { withVisit, type Visits } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { firstOfEach } from '../publication/change.ts';
import { MAX_OF_CLASS } from '../publication/changes.type.ts';
import { readChanges } from '../publication/changes.reader.ts';
import { Frames } from '../publication/frames.ts';
import { asReleaseTime } from '../publication/release-day.ts';
import { readReleases } from '../publication/release.reader.ts';
import { Follower } from './follow.entity.ts';
import { readFollows, readIndicatorsOf } from './following.reader.ts';
import type { News } from './following.type.ts';
import { concerned, countsOf } from './news.ts';

/** The last visit of a signed-in person, and what was released since. Visitors without an account are not remembered. */
@Injectable()
export class VisitsService {
  /** Separate from the cache for visitors, as other modules answer those. */
  private readonly frames: Frames;

  constructor(private readonly em: EntityManager) {
    this.frames = new Frames(em);
  }

  /** Records the actor's visit; false if there is no release yet. Not in the audit chain, as it changes nothing else. */
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

  /** What releases have changed since the last visit in what the person follows; null at the first visit and before the first release. */
  async news(actor: Actor, lang: Language): Promise<News | null> {
    permit(actor, 'READ_FOLLOWING', {});
    const follower = await this.em.fork().findOne(Follower, { userAccount: actor.id });
    const before = visitsOf(follower)?.before ?? null;
    if (before === null) return null;
    const changes = await this.frames.compare(lang, (comparing) =>
      readChanges(comparing, { from: before.release }),
    );
    if (!changes?.from) return null;
    const follows = await readFollows(this.em, [actor.id]);
    const items = concerned(changes.items, follows, await readIndicatorsOf(this.em));
    const listed = firstOfEach(items, MAX_OF_CLASS);
    return {
      since: asReleaseTime(before.at),
      from: changes.from.number,
      to: changes.to.number,
      narrowed: follows.length > 0,
      counts: countsOf(items, changes),
      areas: changes.areas,
      items: listed,
      unlisted: items.length - listed.length,
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
