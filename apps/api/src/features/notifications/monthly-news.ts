import type { EntityManager } from '@mikro-orm/postgresql';
import { concerns, digestMonth } from '@qadam/domain';
import { officeTimeZone } from '../countries/office-time-zone.ts';
import { readFollows, readIndicatorsOf, type FollowRow } from '../following/following.reader.ts';
import { countsOf } from '../following/news.ts';
import { unsubscribePath } from '../following/unsubscribe-token.ts';
import { readPairs } from '../publication/changes.reader.ts';
import type { Changes } from '../publication/changes.type.ts';
import { readReleases } from '../publication/release.reader.ts';
import { type FollowedFacts, type Notice, noticesTo, type Reader } from '../outbox/notice.ts';

type Follower = Reader & { release: string | null };
type Lines = FollowedFacts['lines'];

/** To everybody who asked for it and follows something that changed: what was released since the last such mail, once a month. */
export async function monthlyNews(em: EntityManager, now: Date, secret: string): Promise<Notice[]> {
  const month = digestMonth(now, await officeTimeZone(em));
  if (month === null) return [];
  const followers = await dueFollowers(em, month);
  if (followers.length === 0) return [];
  const releases = await readReleases(em, 'en');
  const [to] = releases;
  await settle(em, followers, month, to?.number ?? null);
  if (!to) return [];
  const started = releases.filter(({ number }) => followers.some((one) => one.release === number));
  const pairs = started.filter(({ number }) => number !== to.number).map((from) => ({ from, to }));
  if (pairs.length === 0) return [];
  const changed = await readPairs(em, pairs, {}, 'en');
  const follows = await readFollows(
    em,
    followers.map(({ id }) => id),
  );
  const indicatorsOf = await readIndicatorsOf(em);
  return followers.flatMap((reader) => {
    const changes = changed.find(({ from }) => from?.number === reader.release);
    if (!changes?.from) return [];
    const own = follows.filter(({ user }) => user === reader.id);
    const lines = own.flatMap((follow) => lineOf(follow, changes, indicatorsOf));
    if (lines.length === 0) return [];
    const { number, publishedAt } = changes.from;
    return noticesTo([reader], `followed:${month}`, {
      kind: 'FOLLOWED',
      from: { number, publishedAt },
      to: to.number,
      lines,
      unsubscribe: unsubscribePath(secret, 'MONTHLY', reader.id),
    });
  });
}

async function dueFollowers(em: EntityManager, month: string): Promise<Follower[]> {
  return em.execute<Follower[]>(
    `select u.id, u.name, u.role, u.language, f.digest_release as release
     from work.follower f join work.user_account u on u.id = f.user_account
     where f.digest and f.digest_month < ? and u.disabled_at is null order by u.id`,
    [month],
  );
}

/** In the transaction of the mails: what was dealt with is not looked at again until next month. */
async function settle(
  em: EntityManager,
  followers: readonly Follower[],
  month: string,
  release: string | null,
): Promise<void> {
  await em.execute(
    `update work.follower set digest_month = ?, digest_release = ? where user_account in (?)`,
    [month, release, followers.map(({ id }) => id)],
  );
}

/** New values that are only counted are nobody's: where nothing else changed, there is no line. */
function lineOf(
  follow: FollowRow,
  changes: Changes,
  indicatorsOf: (action: string) => ReadonlySet<string>,
): Lines[number][] {
  const items = changes.items.filter((item) => concerns(follow, item, indicatorsOf));
  return items.length === 0 ? [] : [{ names: follow.name, ...countsOf(items, changes) }];
}
