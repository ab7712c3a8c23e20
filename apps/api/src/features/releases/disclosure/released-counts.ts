import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClusterRelease, MemberPlan } from '@qadam/domain';
import { KEY_OF } from './cell-key.ts';

/** What is to be remembered of a table that this release changes. */
export type TableToStore = NonNullable<MemberPlan['held']> & { indicator: string; year: number };

/** Earlier releases of an indicator, by year, oldest first; what was withdrawn since is hidden in all of them. */
export async function storedTables(
  em: EntityManager,
  indicator: string,
): Promise<Map<number, ClusterRelease[]>> {
  const rows = await em.execute<(ClusterRelease & { year: number })[]>(
    `select t.year, t.release::text as release, t.withheld, t.told,
       jsonb_build_object('base', t.threshold_base, 'detailed', t.threshold_detailed) as threshold,
       coalesce(jsonb_agg(jsonb_build_object('key', c.key, 'part', c.part, 'value', trim_scale(c.value)::text,
         'hiding', case when w.key is null then c.hiding else 'COUNT' end) order by c.key, c.part) filter (where c.key is not null), '[]') as counts
     from work.released_table t left join work.released_count c using (indicator, year, release)
       left join (select distinct indicator, year, ${KEY_OF('x')} as key from work.withdrawal_cell x) w
         on w.indicator = c.indicator and w.year = c.year and w.key = c.key
     where t.indicator = ? group by t.indicator, t.year, t.release order by t.year, t.release`,
    [indicator],
  );
  return Map.groupBy(rows, ({ year }) => year);
}

export async function storeTables(
  em: EntityManager,
  release: number,
  tables: readonly TableToStore[],
): Promise<void> {
  await em.execute(
    `insert into work.released_table (release, indicator, year, threshold_base, threshold_detailed, withheld, told)
     select ?, indicator, year, (threshold->>'base')::int, (threshold->>'detailed')::int, withheld, told
     from jsonb_to_recordset(?::jsonb) as t (indicator text, year int, threshold jsonb, withheld jsonb, told jsonb)`,
    [release, JSON.stringify(tables)],
  );
  await em.execute(
    `insert into work.released_count (release, indicator, year, key, part, value, hiding)
     select ?, t.indicator, t.year, c.key, c.part, c.value, c.hiding
     from jsonb_to_recordset(?::jsonb) as t (indicator text, year int, counts jsonb),
       jsonb_to_recordset(t.counts) as c (key text, part text, value work.exact, hiding text)`,
    [release, JSON.stringify(tables)],
  );
}
