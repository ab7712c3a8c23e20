import type { EntityManager } from '@mikro-orm/postgresql';
import { TOTAL } from '@qadam/domain';
import { type RawBuilder, sql } from 'kysely';
import { publicDb } from '../../../database/db.ts';
import { partAsText } from '../../../database/expressions.ts';
import { prepared } from '../../../database/prepared.ts';
import type { Codes } from '../../publication/published-value.entity.ts';
import { rowsAsOf } from '../../publication/rows-as-of.ts';
import { tally } from '../../publication/tally.ts';
import { passes, type RowFilter } from '../row-filter.ts';

/** The codes that the rows of a release use; `regions` without the code for the whole area. */
export type Domain = Codes;

const readLists = prepared(
  (db, { at }) =>
    db
      .selectFrom(tally(at).select('t.codes').distinct().as('found'))
      .innerJoinLateral(
        sql<{ name: keyof Codes; codes: unknown }>`jsonb_each(found.codes)`.as<'l'>(
          sql`l(name, codes)`,
        ),
        (on) => on.onTrue(),
      )
      .innerJoinLateral(
        sql<{ code: string }>`jsonb_array_elements_text(l.codes)`.as<'c'>(sql`c(code)`),
        (on) => on.onTrue(),
      )
      .select(['l.name', sql<string[]>`array_agg(distinct c.code order by c.code)`.as('codes')])
      .groupBy('l.name'),
  { planning: 'ONCE' },
);

/** The codes of all rows, from what was stored when the release was published: most indicators and areas share the same ones. */
export async function readDomain(em: EntityManager, release: number): Promise<Domain> {
  const lists = await readLists(em, { at: release }, {});
  const codesOf = (name: keyof Codes) => lists.find((list) => list.name === name)?.codes ?? [];
  return {
    years: codesOf('years'),
    sexes: codesOf('sexes'),
    ages: codesOf('ages'),
    urbanisations: codesOf('urbanisations'),
    regions: codesOf('regions').filter((code) => code !== TOTAL),
    breakdowns: codesOf('breakdowns'),
    statuses: codesOf('statuses'),
  };
}

const distinct = (column: RawBuilder<unknown>, where: RawBuilder<unknown>): RawBuilder<string[]> =>
  sql`coalesce(array_agg(distinct ${column}::text order by ${column}::text) filter (where ${where}), '{}')`;

/** The codes that the rows passing a filter use. `areas` are those with a row of their own, not only of a region. */
export type Used = Awaited<ReturnType<typeof readUsed>>;

/** `others`: a different filter for some dimensions; the codes of such a dimension are read from the rows that pass its own filter. */
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
