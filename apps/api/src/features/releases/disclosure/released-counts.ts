import type { EntityManager } from '@mikro-orm/postgresql';
import type { HeldCount } from '@qadam/domain';
import { sql } from 'kysely';
import { db } from '../../../database/db.ts';
import { upsertRows } from '../../../database/entity-rows.ts';
import { ReleasedCount, ReleasedTable } from '../released-table.entity.ts';
import { by, exact, sameCell } from '../../../database/expressions.ts';
import { keyOf, thresholdIn } from './cell-key.ts';
import type { TableToStore } from './disclose.types.ts';
import type { TableName } from './published-table.ts';

/** Earlier releases of an indicator, by year, oldest first; withdrawn cells are hidden in all of them. */
export async function storedTables(em: EntityManager, indicator: string) {
  const withdrawn = db(em)
    .selectFrom('work.withdrawal_cell as x')
    .distinct()
    .select(['indicator', 'year', keyOf('x').as('key')]);
  const rows = await db(em)
    .selectFrom('work.released_table as t')
    .leftJoin('work.released_count as c', (on) =>
      on.on(sameCell('c', 't', ['indicator', 'year'])).onRef('c.release', '=', 't.release'),
    )
    .leftJoin(withdrawn.as('w'), (on) =>
      on.on(sameCell('w', 'c', ['indicator', 'year'])).onRef('w.key', '=', 'c.key'),
    )
    .select(['t.year', 't.withheld', 't.told', sql<string>`t.release::text`.as('release')])
    .select(thresholdIn('t').as('threshold'))
    .select(
      sql<
        HeldCount[]
      >`coalesce(jsonb_agg(jsonb_build_object('key', c.key, 'part', c.part, 'value', ${exact('c.value')},
        'hiding', case when w.key is null then c.hiding else 'COUNT' end) order by c.key, c.part) filter (where c.key is not null), '[]')`.as(
        'counts',
      ),
    )
    .where('t.indicator', '=', indicator)
    .groupBy(['t.indicator', 't.year', 't.release'])
    .$call(by('t.year', 't.release'))
    .execute();
  return Map.groupBy(rows, ({ year }) => year);
}

/**
 * How many counts one statement stores: their JSON takes milliseconds. For a whole large release it takes a second, in which the server answers
 * nobody.
 */
const COUNTS_AT_ONCE = 5000;

/** Remembers how the tables that this release changes were protected, with their counts. */
export async function storeTables(
  em: EntityManager,
  release: number,
  tables: readonly TableToStore[],
): Promise<void> {
  await upsertRows(
    em,
    ReleasedTable,
    tables.map(({ indicator, year, threshold, withheld, told }) => ({
      ...{ release, indicator, year, withheld, told },
      thresholdBase: threshold.base,
      thresholdDetailed: threshold.detailed,
    })),
    'FAILS',
  );
  let page: (TableName & HeldCount & { release: number })[] = [];
  for (const { indicator, year, counts } of tables)
    for (const count of counts) {
      page.push({ release, indicator, year, ...count });
      if (page.length < COUNTS_AT_ONCE) continue;
      await upsertRows(em, ReleasedCount, page, 'FAILS');
      page = [];
    }
  await upsertRows(em, ReleasedCount, page, 'FAILS');
}
