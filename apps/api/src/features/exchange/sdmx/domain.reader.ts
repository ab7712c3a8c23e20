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

const distinct = (column: RawBuilder<unknown>, where: RawBuilder<unknown>): RawBuilder<string[]> =>
  sql`coalesce(array_agg(distinct ${column}::text order by ${column}::text) filter (where ${where}), '{}')`;

/** What the rows that a filter leaves use. `areas` are those that have a row of their own, not of a region. */
export type Used = Awaited<ReturnType<typeof readUsed>>;

/** `others`: dimensions of which it is told what the rows use that another filter leaves. */
export function readUsed(
  em: EntityManager,
  release: number,
  filter: RowFilter,
  others: ReadonlyMap<string, RowFilter> = new Map(),
) {
  const isLeft = (dimension?: string): RawBuilder<boolean> =>
    others.size === 0 ? sql`true` : passes(others.get(dimension ?? '') ?? filter);
  const used = (dimension: string, column: RawBuilder<unknown>, where = sql`true`) =>
    distinct(column, sql`${where} and ${isLeft(dimension)}`);
  return publicDb(em)
    .selectFrom(rowsAsOf('value', release).as('v'))
    .select(({ fn }) => [
      used('FREQ', sql`'A'`).as('frequencies'),
      used('REF_AREA', sql`v.area`, sql`v.region = '_T'`).as('areas'),
      used('REF_AREA', sql`v.region`, sql`v.region <> '_T'`).as('regions'),
      used('INDICATOR', sql`v.indicator`).as('indicators'),
      used('SEX', sql`v.sex`).as('sexes'),
      used('AGE', sql`v.age`).as('ages'),
      used('URBANISATION', sql`v.urbanisation`).as('urbanisations'),
      used('CUST_BREAKDOWN', sql`v.breakdown`).as('breakdowns'),
      used('TIME_PERIOD', sql`v.year`).as('years'),
      fn.countAll<number>().filterWhere(isLeft()).as('observations'),
      sql<number>`count(distinct (v.indicator, v.area, ${partAsText('v')})) filter (where ${isLeft()})`.as(
        'series',
      ),
    ])
    .where(passes({ anyOf: [filter, ...others.values()] }))
    .executeTakeFirstOrThrow();
}
