import type { EntityManager } from '@mikro-orm/postgresql';
import { openedBodies } from '../agreements/agreement.reader.ts';
import { BODY_OF } from '../observations/reporting-body.ts';
import { pointAtShelters } from './disclosure/beside-shelters.ts';

/** Bodies whose figures below national level may leave, as the common table `opened` of one parameter. */
export const OPENED = `opened as (
  select * from jsonb_to_recordset(?::jsonb) as g (organisation uuid, area text, indicator text)
)`;

export const openedBodiesAsJson = async (em: EntityManager): Promise<string> =>
  JSON.stringify(await openedBodies(em));

/**
 * May the current revision `r` of observation `o` go into a release? Approved, and below national level either a figure that
 * a named source has published already, or of a body with a data-sharing agreement.
 */
export const MAY_LEAVE = `(o.state = 'APPROVED' and (o.region = '_T' or r.via = 'SOURCE_IMPORT' or exists (select 1 from opened g
  where g.area = o.area and (g.indicator is null or g.indicator = o.indicator)
    and g.organisation = ${BODY_OF('o', 'o.current_revision')})))`;

/** What a release may be built from: no samples of the demonstration, nothing of a later year than it looks from (`?`). */
export const IN_REACH = `not o.sample and o.year <= ?`;

/** How many approved values a release as of that year would take: what its preview calls newly approved. */
export async function countReady(em: EntityManager, asOfYear: number): Promise<number> {
  const ready = `from work.observation o join work.revision r on r.id = o.current_revision
    where o.state = 'APPROVED' and ${IN_REACH} and ${MAY_LEAVE}`;
  const opened = await openedBodiesAsJson(em);
  const [row] = await em.execute<{ count: number }[]>(
    `with ${OPENED} select count(*)::int as count ${ready}`,
    [opened, asOfYear],
  );
  const beside = await pointAtShelters(
    em,
    `with ${OPENED}, figure as (select o.id as observation, o.indicator, o.region, r.id as revision ${ready})`,
    [opened, asOfYear],
  );
  return (row?.count ?? 0) - beside.length;
}
