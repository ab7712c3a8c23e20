import type { EntityManager } from '@mikro-orm/postgresql';
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { valuesInWork } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { exists, rowsAs } from '../../database/expressions.ts';
import { bodyOf } from '../../database/reporting-body.ts';
import { openedBodies } from '../agreements/agreement.reader.ts';
import { pointAtShelters } from './disclosure/withheld-for-shelters.ts';

type OpenedBody = Awaited<ReturnType<typeof openedBodies>>[number];

/**
 * May the current revision `r` of observation `o` go into a release? It must be approved. Below national level it must also be either a figure that a
 * named source has published already, or one of a body with a data-sharing agreement (`opened`).
 */
export function mayLeave(em: EntityManager, opened: readonly OpenedBody[]): RawBuilder<SqlBool> {
  const columns = { organisation: 'uuid', area: 'text', indicator: 'text' } as const;
  const agreed = db(em)
    .selectFrom(rowsAs('g', columns, opened))
    .where('g.area', '=', sql.ref<string>('o.area'))
    .where(sql<boolean>`(g.indicator is null or g.indicator = o.indicator)`)
    .where('g.organisation', '=', sql<string>`${bodyOf('o', 'o.current_revision')}`);
  return sql`(o.state = 'APPROVED' and (o.region = '_T' or r.via = 'SOURCE_IMPORT' or ${exists(agreed)}))`;
}

/** What a release may be built from: no samples of the demonstration, nothing later than the year it is as of. */
export const inReach = (asOfYear: number): Expression<SqlBool> =>
  sql`(not o.sample and o.year <= ${asOfYear})`;

/** How many approved values a release as of that year would take: what its preview calls newly approved. */
export async function countReady(
  em: EntityManager,
  asOfYear: number,
  areas: readonly string[] | null,
): Promise<number> {
  const ready = db(em)
    .selectFrom(valuesInWork(areas).as('o'))
    .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
    .where('o.state', '=', 'APPROVED')
    .where(inReach(asOfYear))
    .where(mayLeave(em, await openedBodies(em)));
  const { count } = await ready
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const beside = await pointAtShelters(
    em,
    ready.select(['o.id as observation', 'r.id as revision']).as('o'),
  );
  return count - beside.length;
}
