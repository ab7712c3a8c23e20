import type { EntityManager } from '@mikro-orm/postgresql';
import { TOTAL } from '@qadam/domain';
import { type RawBuilder, sql } from 'kysely';
import { publicDb } from '../../../database/db.ts';
import { partAsText } from '../../../database/expressions.ts';
import type { Codes } from '../../publication/published-value.entity.ts';
import { rowsAsOf } from '../../publication/rows-as-of.ts';
import { tally } from '../../publication/tally.ts';
import { passes, type RowFilter } from '../row-filter.ts';

/** The codes that the rows of a release use; `regions` without the whole. */
export type Domain = Codes;

const LISTS = [
  'years',
  'sexes',
  'ages',
  'urbanisations',
  'regions',
  'breakdowns',
  'statuses',
] as const satisfies (keyof Codes)[];

/** Of all rows: what was found when the release was published. */
export const readDomain = (em: EntityManager, release: number): Promise<Domain> =>
  publicDb(em)
    .selectNoFrom(LISTS.map((name) => codesOf(release, name).as(name)))
    .$castTo<Domain>()
    .executeTakeFirstOrThrow();

const codesOf = (release: number, name: keyof Codes) =>
  sql<string[]>`coalesce(${tally(release)
    .innerJoinLateral(
      sql<{ code: string }>`jsonb_array_elements_text(t.codes -> ${sql.lit(name)})`.as<'c'>(
        sql`c(code)`,
      ),
      (on) => on.onTrue(),
    )
    .select(sql`array_agg(distinct c.code order by c.code)`.as('codes'))
    .$if(name === 'regions', (query) => query.where('c.code', '<>', TOTAL))}, '{}')`;

const distinct = (column: RawBuilder<unknown>, where = sql`true`): RawBuilder<string[]> =>
  sql`coalesce(array_agg(distinct ${column}::text order by ${column}::text) filter (where ${where}), '{}')`;

/** What the rows that a filter leaves use. `areas` are those that have a row of their own, not of a region. */
export type Used = Awaited<ReturnType<typeof readUsed>>;

export const readUsed = (em: EntityManager, release: number, filter: RowFilter) =>
  publicDb(em)
    .selectFrom(rowsAsOf('value', release).as('v'))
    .select(({ fn }) => [
      distinct(sql`v.area`, sql`v.region = '_T'`).as('areas'),
      distinct(sql`v.region`, sql`v.region <> '_T'`).as('regions'),
      distinct(sql`v.indicator`).as('indicators'),
      distinct(sql`v.sex`).as('sexes'),
      distinct(sql`v.age`).as('ages'),
      distinct(sql`v.urbanisation`).as('urbanisations'),
      distinct(sql`v.breakdown`).as('breakdowns'),
      distinct(sql`v.year`).as('years'),
      fn.countAll<number>().as('observations'),
      sql<number>`count(distinct (v.indicator, v.area, ${partAsText('v')}))`.as('series'),
    ])
    .where(passes(filter))
    .executeTakeFirstOrThrow();
