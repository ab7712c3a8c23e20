import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { publicDb } from '../../../database/db.ts';
import { partAsText } from '../../../database/expressions.ts';
import { rowsAsOf } from '../../publication/rows-as-of.ts';
import { passes, type RowFilter } from '../row-filter.ts';

/** The codes that the rows of a release use. */
export type Domain = Awaited<ReturnType<typeof readDomain>>;

const distinct = (column: RawBuilder<unknown>, where = sql`true`): RawBuilder<string[]> =>
  sql`coalesce(array_agg(distinct ${column}::text order by ${column}::text) filter (where ${where}), '{}')`;

/** One statement: of all rows, or of those that a filter leaves. `areas` are those that have a row of their own, not of a region. */
export const readDomain = (em: EntityManager, release: number, filter: RowFilter = {}) =>
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
      distinct(sql`v.obs_status`).as('statuses'),
      fn.countAll<number>().as('observations'),
      sql<number>`count(distinct (v.indicator, v.area, ${partAsText('v')}))`.as('series'),
    ])
    .where(passes(filter))
    .executeTakeFirstOrThrow();
