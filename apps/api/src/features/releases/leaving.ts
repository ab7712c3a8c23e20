import type { EntityManager } from '@mikro-orm/postgresql';
import { TOTAL } from '@qadam/domain';
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { valuesInWork } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { cellOf, exists, rowsAs, sameCell } from '../../database/expressions.ts';
import { bodyOf } from '../../database/reporting-body.ts';
import { openedBodies } from '../agreements/agreement.reader.ts';
import { pointAtShelters } from './disclosure/withheld-for-shelters.ts';

type OpenedBody = Awaited<ReturnType<typeof openedBodies>>[number];

/**
 * May the current revision `r` of observation `o` go into a release? It must be approved. Below national level it must also be either a figure that a
 * named source has published already, or one of a body with a data-sharing agreement (in each list of `opened`).
 */
function mayLeave(
  em: EntityManager,
  ...opened: readonly (readonly OpenedBody[])[]
): RawBuilder<SqlBool> {
  const columns = { organisation: 'uuid', area: 'text', indicator: 'text' } as const;
  const agreed = opened.map((bodies) =>
    exists(
      db(em)
        .selectFrom(rowsAs('g', columns, bodies))
        .where('g.area', '=', sql.ref<string>('o.area'))
        .where(sql<boolean>`(g.indicator is null or g.indicator = o.indicator)`)
        .where('g.organisation', '=', sql<string>`${bodyOf('o', 'o.current_revision')}`),
    ),
  );
  return sql`(o.state = 'APPROVED' and (o.region = '_T' or r.via = 'SOURCE_IMPORT' or (${sql.join(agreed, sql` and `)})))`;
}

/**
 * Bodies that may be shown now in a release planned at `plannedAt`. One whose agreement has begun since waits for the next release; one whose agreement
 * has ended since is not shown.
 */
export async function openedSince(
  em: EntityManager,
  plannedAt: string | undefined,
): Promise<OpenedBody[][]> {
  const today = await openedBodies(em);
  return plannedAt === undefined ? [today] : [today, await openedBodies(em, plannedAt)];
}

/**
 * Countries with approved values that may leave now, but no more at `publishAt`: an agreement ends before. Regional figures that say nothing of how many
 * shelters there are never leave.
 */
export async function areasClosedBy(
  em: EntityManager,
  asOfYear: number,
  publishAt: string,
): Promise<string[]> {
  const [today, then] = [await openedBodies(em), await openedBodies(em, publishAt)];
  const closing = await approved(em, asOfYear, null)
    .innerJoin('work.indicator as i', 'i.code', 'o.indicator')
    .select('o.area')
    .distinct()
    .where('i.centres_in', 'is distinct from', 'ELSEWHERE')
    .where(mayLeave(em, today))
    .where(sql<boolean>`not ${mayLeave(em, then)}`)
    .orderBy('o.area')
    .execute();
  return closing.map(({ area }) => area);
}

const approved = (em: EntityManager, asOfYear: number, areas: readonly string[] | null) =>
  db(em)
    .selectFrom(valuesInWork(areas).as('o'))
    .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
    .where('o.state', '=', 'APPROVED')
    .where(inReach(asOfYear));

/** What a release may be built from: no samples of the demonstration, nothing later than the year it is as of. */
const inReach = (asOfYear: number): Expression<SqlBool> =>
  sql`(not o.sample and o.year <= ${asOfYear})`;

/**
 * The figures that a release as of that year may hold, each with the revision it would take: the approved one if it may leave, or else the one that was
 * published before; null where there is neither.
 */
export function figuresInReach(
  em: EntityManager,
  opened: readonly (readonly OpenedBody[])[],
  asOfYear: number,
) {
  const leaves = mayLeave(em, ...opened);
  return db(em)
    .selectFrom('work.observation as o')
    .leftJoin('work.revision as r', (join) =>
      join.on('o.region', '<>', TOTAL).onRef('r.id', '=', 'o.current_revision'),
    )
    .select([...cellOf('o'), 'o.id as observation', 'o.state', 'o.current_revision'])
    .select(
      sql<string>`case when ${leaves} then o.current_revision else o.published_revision end`.as(
        'revision',
      ),
    )
    .where(inReach(asOfYear))
    .where(sql<boolean>`(o.state = 'APPROVED' or o.published_revision is not null)`);
}

/** How many approved values a release as of that year would take: what its preview calls newly approved. */
export async function countReady(
  em: EntityManager,
  asOfYear: number,
  areas: readonly string[] | null,
): Promise<number> {
  const opened = await openedBodies(em);
  const ready = approved(em, asOfYear, areas).where(mayLeave(em, opened));
  const { count } = await ready
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const regional = await ready
    .select(['o.id', 'o.area', 'o.year'])
    .where('o.region', '<>', TOTAL)
    .where('o.indicator', 'in', aboutShelters(em))
    .execute();
  if (regional.length === 0) return count;
  const asked = regional.map(({ area, year }) => ({ area, year }));
  const places = db(em)
    .selectFrom(rowsAs('p', { area: 'text', year: 'int' }, asked))
    .select('p.area');
  // beside what is published already, as in the release
  const beside = await pointAtShelters(
    em,
    figuresInReach(em, [opened], asOfYear)
      .where('o.indicator', 'in', aboutShelters(em))
      .where(exists(places.where(sameCell('p', 'o', ['area', 'year']))))
      .as('o'),
  );
  const withheld = new Set(beside);
  return count - regional.filter(({ id }) => withheld.has(id)).length;
}

const aboutShelters = (em: EntityManager) =>
  db(em).selectFrom('work.indicator').select('code').where('centres_in', 'is not', null);
