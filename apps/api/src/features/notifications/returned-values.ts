import type { EntityManager } from '@mikro-orm/postgresql';
import { returnsAreCollected } from '@qadam/domain';
import type { Texts } from '../../graphql/local-text.type.ts';
import { type Notice, noticesTo } from './notice.ts';
import { reporters } from './reader.reader.ts';

interface Returned {
  review: string;
  observation: string;
  area: string;
  areaNames: Texts;
  /** null where nobody reports for that year: a correction of an older figure. */
  cycle: number | null;
  state: string;
  at: string;
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
  const areas = [...Map.groupBy(await unannounced(em, now), ({ area }) => area).values()].filter(
    (batch) =>
      returnsAreCollected(
        batch.map(({ at }) => new Date(at)),
        now,
      ),
  );
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
    const [first] = waiting;
    if (first === undefined) return [];
    const { area, areaNames, review } = first;
    const cycles = [...new Set(waiting.map(({ cycle }) => cycle))];
    return noticesTo(readers.get(area) ?? [], `returned:${review}`, {
      kind: 'RETURNED',
      area,
      areaNames,
      values: new Set(waiting.map(({ observation }) => observation)).size,
      cycle: cycles.length === 1 ? (cycles[0] ?? null) : null,
    });
  });
}
