import type { EntityManager } from '@mikro-orm/postgresql';
import { digestMonth } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { officeTimeZone } from '../countries/area.reader.ts';
import { Follower } from '../following/follow.entity.ts';
import { readFollows, readIndicatorsOf } from '../following/following.reader.ts';
import { newsCounter } from '../following/news.ts';
import type { Secrets } from '../../config/secrets.ts';
import { unsubscribePath } from '../following/unsubscribe-token.ts';
import { readPairs } from '../publication/changes-of-pairs.ts';
import { readComparing } from '../publication/frames.ts';
import { type Notice, noticesTo, READER } from '../outbox/notice.ts';

/** The monthly mails, to everybody who asked for them and follows something that changed in the releases since the last such mail. */
export async function monthlyNews(
  em: EntityManager,
  now: Date,
  secrets: Secrets,
): Promise<Notice[]> {
  const month = digestMonth(now, await officeTimeZone(em));
  if (month === null) return [];
  const followers = await dueFollowers(em, month);
  if (followers.length === 0) return [];
  const comparing = await readComparing(em, 'en');
  const { releases } = comparing;
  const [to] = releases;
  const ids = followers.map(({ id }) => id);
  // in the same transaction as the mails, so that these followers are not due again until next month
  await em.nativeUpdate(
    Follower,
    { userAccount: { $in: ids } },
    { digestMonth: month, digestRelease: to?.number ?? null },
  );
  if (!to) return [];
  const started = releases.filter(({ number }) => followers.some((one) => one.release === number));
  const pairs = started.filter(({ number }) => number !== to.number).map((from) => ({ from, to }));
  if (pairs.length === 0) return [];
  const changed = await readPairs(comparing, pairs, {});
  const follows = await readFollows(em, ids);
  const countOf = newsCounter(comparing, await readIndicatorsOf(em));
  const notices: Notice[] = [];
  for (const reader of followers) {
    const changes = changed.find(({ from }) => from?.number === reader.release);
    if (!changes?.from) continue;
    const lines = [];
    for (const { user, kind, code, name: names } of follows) {
      const counts = user === reader.id ? await countOf(changes, { kind, code }) : null;
      if (counts) lines.push({ names, ...counts });
    }
    if (lines.length === 0) continue;
    const { number, publishedAt } = changes.from;
    const facts = {
      kind: 'FOLLOWED',
      from: { number, publishedAt },
      to: to.number,
      lines,
      unsubscribe: unsubscribePath(secrets, 'MONTHLY', reader.id),
    } as const;
    notices.push(...noticesTo([reader], `followed:${month}`, facts));
  }
  return notices;
}

async function dueFollowers(em: EntityManager, month: string) {
  return db(em)
    .selectFrom('work.follower as f')
    .innerJoin('work.user_account as u', 'u.id', 'f.user_account')
    .select([...READER, 'f.digest_release as release'])
    .where('f.digest', '=', true)
    .where('f.digest_month', '<', month)
    .where('u.disabled_at', 'is', null)
    .orderBy('u.id')
    .execute();
}
