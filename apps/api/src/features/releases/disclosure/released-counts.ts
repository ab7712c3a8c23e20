import type { EntityManager } from '@mikro-orm/postgresql';
import type { StoredRelease } from '@qadam/domain';
import { KEY_OF } from './cell-key.ts';

export type Hiding = 'COUNT' | 'RATIO';

/** What an earlier release held of one indicator and year. */
export interface StoredTable extends StoredRelease {
  threshold: { base: number; detailed: number };
  ratioHidden: string[];
}

/** What is to be remembered of a table that this release changes. */
export interface TableToStore {
  indicator: string;
  year: number;
  threshold: { base: number; detailed: number };
  withheld: { area: string; face: string }[];
  counts: { key: string; value: string; hiding: Hiding | null }[];
}

interface Row {
  year: number;
  release: string;
  threshold: { base: number; detailed: number };
  withheld: { area: string; face: string }[];
  cells: Record<string, string>;
  hidden: string[] | null;
  ratioHidden: string[] | null;
}

/**
 * Earlier releases of an indicator, by year, oldest first. Hidden is what the plan hid and what its share or rate would have
 * told; what was withdrawn since is hidden in all of them.
 */
export async function storedTables(
  em: EntityManager,
  indicator: string,
): Promise<Map<number, StoredTable[]>> {
  const rows = await em.execute<Row[]>(
    `select t.year, t.release::text as release, t.withheld,
       jsonb_build_object('base', t.threshold_base, 'detailed', t.threshold_detailed) as threshold,
       coalesce(jsonb_object_agg(c.key, trim_scale(c.value)::text) filter (where c.key is not null), '{}') as cells,
       jsonb_agg(c.key order by c.key) filter (where c.hiding is not null or w.key is not null) as hidden,
       jsonb_agg(c.key order by c.key) filter (where c.hiding = 'RATIO' and w.key is null) as "ratioHidden"
     from work.released_table t left join work.released_count c using (indicator, year, release)
       left join (select distinct indicator, year, ${KEY_OF('x')} as key from work.withdrawal_cell x) w
         on w.indicator = c.indicator and w.year = c.year and w.key = c.key
     where t.indicator = ? group by t.indicator, t.year, t.release order by t.year, t.release`,
    [indicator],
  );
  const tables = rows.map((row) => ({
    ...row,
    hidden: row.hidden ?? [],
    ratioHidden: row.ratioHidden ?? [],
  }));
  return Map.groupBy(tables, ({ year }) => year);
}

export async function storeTables(
  em: EntityManager,
  release: number,
  tables: readonly TableToStore[],
): Promise<void> {
  await em.execute(
    `insert into work.released_table (release, indicator, year, threshold_base, threshold_detailed, withheld)
     select ?, indicator, year, (threshold->>'base')::int, (threshold->>'detailed')::int, withheld
     from jsonb_to_recordset(?::jsonb) as t (indicator text, year int, threshold jsonb, withheld jsonb)`,
    [release, JSON.stringify(tables)],
  );
  await em.execute(
    `insert into work.released_count (release, indicator, year, key, value, hiding)
     select ?, t.indicator, t.year, c.key, c.value, c.hiding
     from jsonb_to_recordset(?::jsonb) as t (indicator text, year int, counts jsonb),
       jsonb_to_recordset(t.counts) as c (key text, value work.exact, hiding text)`,
    [release, JSON.stringify(tables)],
  );
}
