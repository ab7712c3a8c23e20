import type { EntityManager } from '@mikro-orm/postgresql';
import { db } from '../../database/db.ts';
import { AnnouncedReturn } from './announced.entity.ts';
import { collected, newsSince, toReporters } from './batches.ts';
import type { Notice } from '../outbox/notice.ts';
import { reporters } from './readers.ts';

/** What was returned and stands in no mail yet. After two days without a working server it is old news. */
async function unannounced(em: EntityManager, now: Date) {
  return db(em)
    .selectFrom('work.review as v')
    .innerJoin('work.observation as o', 'o.id', 'v.observation')
    .innerJoin('work.area as a', 'a.code', 'o.area')
    .leftJoin('work.cycle as c', 'c.year', 'o.year')
    .select(['v.id as review', 'v.created_at as at', 'o.id as observation', 'o.area', 'o.state'])
    .select(['a.names as areaNames', 'c.year as cycle'])
    .where('v.decision', '=', 'RETURNED')
    .where('v.created_at', '>', newsSince(now))
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('work.announced_return as n').whereRef('n.review', '=', 'v.id')),
      ),
    )
    .orderBy('v.created_at')
    .orderBy('v.id')
    .execute();
}

/** One mail to an area's reporters for all that was returned within ten minutes; what was answered meanwhile is not counted. */
export async function returnedValues(em: EntityManager, now: Date): Promise<Notice[]> {
  const areas = collected(await unannounced(em, now), ({ area }) => area, now);
  await em.insertMany(
    AnnouncedReturn,
    areas.flat().map(({ review }) => ({ review, announcedAt: now })),
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
