import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClusterRelease, HeldCount } from '@qadam/domain';
import { sql } from 'kysely';
import { db } from '../../../database/db.ts';
import { by, exact, rowsAs } from '../../../database/expressions.ts';
import { keyOf } from './cell-key.ts';
import type { TableToStore } from './disclose.types.ts';

/** Earlier releases of an indicator, by year, oldest first; what was withdrawn since is hidden in all of them. */
export async function storedTables(
  em: EntityManager,
  indicator: string,
): Promise<Map<number, ClusterRelease[]>> {
  const rows = await db(em)
    .selectFrom('work.released_table as t')
    .leftJoin('work.released_count as c', (join) =>
      join
        .onRef('c.indicator', '=', 't.indicator')
        .onRef('c.year', '=', 't.year')
        .onRef('c.release', '=', 't.release'),
    )
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('work.withdrawal_cell as x')
          .distinct()
          .select(['indicator', 'year', keyOf('x').as('key')])
          .as('w'),
      (join) =>
        join
          .onRef('w.indicator', '=', 'c.indicator')
          .onRef('w.year', '=', 'c.year')
          .onRef('w.key', '=', 'c.key'),
    )
    .select([
      't.year',
      sql<string>`t.release::text`.as('release'),
      't.withheld',
      't.told',
      't.threshold_base',
      't.threshold_detailed',
      sql<
        HeldCount[]
      >`coalesce(jsonb_agg(jsonb_build_object('key', c.key, 'part', c.part, 'value', ${exact('c.value')},
        'hiding', case when w.key is null then c.hiding else 'COUNT' end) order by c.key, c.part) filter (where c.key is not null), '[]')`.as(
        'counts',
      ),
    ])
    .where('t.indicator', '=', indicator)
    .groupBy(['t.indicator', 't.year', 't.release'])
    .$call(by('t.year', 't.release'))
    .execute();
  const tables = rows.map(({ threshold_base: base, threshold_detailed: detailed, ...table }) => ({
    ...table,
    threshold: { base, detailed },
  }));
  return Map.groupBy(tables, ({ year }) => year);
}

/** Remembers how the tables that this release changes were protected, with their counts. */
export async function storeTables(
  em: EntityManager,
  release: number,
  tables: readonly TableToStore[],
): Promise<void> {
  const headers = rowsAs(
    't',
    {
      indicator: 'text',
      year: 'int',
      base: 'int',
      detailed: 'int',
      withheld: 'jsonb',
      told: 'jsonb',
    },
    tables.map(({ indicator, year, threshold, withheld, told }) => ({
      ...{ indicator, year, withheld, told },
      ...threshold,
    })),
  );
  const of = sql<number>`${release}::int`.as('release');
  await db(em)
    .insertInto('work.released_table')
    .columns([
      ...(['release', 'indicator', 'year'] as const),
      ...(['threshold_base', 'threshold_detailed', 'withheld', 'told'] as const),
    ])
    .expression((eb) =>
      eb
        .selectFrom(headers)
        .select(of)
        .select(['indicator', 'year', 'base', 'detailed', 'withheld', 'told']),
    )
    .execute();
  const counts = rowsAs(
    'c',
    {
      indicator: 'text',
      year: 'int',
      key: 'text',
      part: 'text',
      value: 'numeric',
      hiding: 'text',
    },
    tables.flatMap(({ indicator, year, counts: held }) =>
      held.map((count) => ({ indicator, year, ...count })),
    ),
  );
  const columns = ['indicator', 'year', 'key', 'part', 'value', 'hiding'] as const;
  await db(em)
    .insertInto('work.released_count')
    .columns(['release', ...columns])
    .expression((eb) => eb.selectFrom(counts).select(of).select(columns))
    .execute();
}
