import type { EntityManager } from '@mikro-orm/postgresql';
import { db } from '../../database/db.ts';
import { readFollowable, readIndicatorsOf } from '../following/following.reader.ts';
import { newsCounter } from '../following/news.ts';
import type { Secrets } from '../../config/secrets.ts';
import { unsubscribePath } from '../following/unsubscribe-token.ts';
import { type Compared, readPairs } from '../publication/changes-of-pairs.ts';
import type { Changes } from '../publication/changes.type.ts';
import { readComparing } from '../publication/frames.ts';
import type { Comparing, ReadRelease } from '../publication/release.reader.ts';
import type { Subscription } from '../subscriptions/choice.ts';
import { Subscriber } from '../outbox/subscriber.entity.ts';
import type { NewsFacts, ExternalNotice } from '../outbox/notice.ts';

/** How many subscribers one run of the planner deals with; the next run is a minute later. */
const AT_ONCE = 500;

/** Mails to confirmed subscribers about what a release changed in the subject they chose; no mail if it changed nothing there. */
export async function releaseNews(em: EntityManager, secrets: Secrets): Promise<ExternalNotice[]> {
  const subscribers = await dueSubscribers(em);
  if (subscribers.length === 0) return [];
  const comparing = await readComparing(em, 'en');
  const { releases } = comparing;
  const [to] = releases;
  if (!to) return [];
  const ids = subscribers.map(({ id }) => id);
  await em.nativeUpdate(Subscriber, { id: { $in: ids } }, { release: to.number });
  const started = releases.filter(({ number }) =>
    subscribers.some(({ release }) => release === number),
  );
  const changed = await readPairs(
    comparing,
    started.map((from) => ({ from, to })),
    {},
  );
  const linesOf = await lineReader(em, comparing);
  const notices: ExternalNotice[] = [];
  for (const subscriber of subscribers) {
    const changes = changed.find(({ from }) => from?.number === subscriber.release);
    const facts =
      subscriber.release === null
        ? { from: null, lines: [] }
        : { from: changes?.from ?? null, lines: changes ? await linesOf(subscriber, changes) : [] };
    if (subscriber.release !== null && facts.lines.length === 0) continue;
    notices.push(notice(secrets, subscriber, to, facts));
  }
  return notices;
}

const dueSubscribers = (em: EntityManager) =>
  db(em)
    .selectFrom('work.subscriber')
    .select(['id', 'language', 'kind', 'code', 'release'])
    .where('confirmed_at', 'is not', null)
    .where('release', 'is distinct from', (eb) =>
      eb.selectFrom('publication.release').select('number').orderBy('sequence', 'desc').limit(1),
    )
    .orderBy('confirmed_at')
    .orderBy('id')
    .limit(AT_ONCE)
    .execute();
type Due = Awaited<ReturnType<typeof dueSubscribers>>[number];

function notice(
  secrets: Secrets,
  { id, language, kind, code }: Due,
  to: ReadRelease,
  { from, lines }: Pick<NewsFacts, 'lines'> & { from: ReadRelease | Changes['from'] },
): ExternalNotice {
  const between = from ? `?from=${from.number}&to=${to.number}` : '';
  return {
    key: `news:${to.number}:${id}`,
    reader: { language, to: { subscriber: id } },
    facts: {
      kind: 'RELEASE_NEWS',
      from: from && { number: from.number, publishedAt: from.publishedAt },
      to: to.number,
      lines,
      page:
        kind === 'ACTION' && code !== null
          ? `actions/${code}`
          : `changes${between}${kind === 'COUNTRY' && code !== null && between !== '' ? `&c=${code}` : ''}`,
      unsubscribe: unsubscribePath(secrets, 'SUBSCRIPTION', id),
    },
  };
}

/** Computes the line about a subject only once, as many subscribers choose the same one. */
async function lineReader(em: EntityManager, comparing: Comparing) {
  const countOf = newsCounter(comparing, await readIndicatorsOf(em));
  const known = new Map<string, Promise<NewsFacts['lines']>>();
  async function read({ kind, code }: Subscription, changes: Compared) {
    const follow = kind === 'EVERYTHING' || code === null ? null : { kind, code };
    const counts = await countOf(changes, follow);
    if (counts === null) return [];
    const names = follow ? await readFollowable(em, follow.kind, follow.code) : null;
    return [{ names: names ?? {}, ...counts }];
  }
  return (of: Subscription, changes: Compared): Promise<NewsFacts['lines']> => {
    const key = `${changes.from?.number ?? ''} ${of.kind} ${of.code ?? ''}`;
    const line = known.get(key) ?? read(of, changes);
    known.set(key, line);
    return line;
  };
}
