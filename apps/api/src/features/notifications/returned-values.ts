import type { EntityManager } from '@mikro-orm/postgresql';
import { collected, toReporters, type Unannounced } from './batches.ts';
import type { Notice } from '../outbox/notice.ts';
import { reporters } from './readers.ts';

interface Returned extends Unannounced {
  review: string;
  state: string;
}

/** What was returned and stands in no mail yet. After two days without a working server it is old news. */
async function unannounced(em: EntityManager, now: Date): Promise<Returned[]> {
  return em.execute<Returned[]>(
    `select v.id as review, o.id as observation, o.area, a.names as "areaNames", o.state,
       (select c.year from work.cycle c where c.year = o.year) as cycle, v.created_at as at
     from work.review v
     join work.observation o on o.id = v.observation
     join work.area a on a.code = o.area
     where v.decision = 'RETURNED' and v.created_at > ?::timestamptz - interval '2 days'
       and not exists (select from work.announced_return n where n.review = v.id)
     order by v.created_at, v.id`,
    [now.toISOString()],
  );
}

async function markAnnounced(
  em: EntityManager,
  reviews: readonly string[],
  now: Date,
): Promise<void> {
  if (reviews.length === 0) return;
  await em.execute(
    `insert into work.announced_return (review, announced_at)
     select id, ?::timestamptz from work.review where id in (?) on conflict do nothing`,
    [now.toISOString(), reviews],
  );
}

/** One mail to an area's reporters for all that was returned within ten minutes; what was answered meanwhile is not counted. */
export async function returnedValues(em: EntityManager, now: Date): Promise<Notice[]> {
  const areas = collected(await unannounced(em, now), ({ area }) => area, now);
  const announced = areas.flat();
  await markAnnounced(
    em,
    announced.map(({ review }) => review),
    now,
  );
  const readers = await reporters(
    em,
    areas.flatMap(([first]) => first?.area ?? []),
  );
  return areas.flatMap((batch) => {
    const waiting = batch.filter(({ state }) => state === 'RETURNED');
    return toReporters('RETURNED', `returned:${waiting[0]?.review ?? ''}`, waiting, readers);
  });
}
