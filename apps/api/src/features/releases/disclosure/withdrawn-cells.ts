import type { EntityManager } from '@mikro-orm/postgresql';
import { KEY_OF } from './cell-key.ts';
import type { HiddenCell } from './disclose.types.ts';

/** Cells withdrawn for somebody's safety, and their cover, of whatever indicator: hidden in every release to come. */
export async function withdrawnCells(em: EntityManager): Promise<HiddenCell[]> {
  return em.execute<HiddenCell[]>(
    `select indicator, year, ${KEY_OF('w')} as key, not bool_and(cover) as primary,
       case when bool_and(cover) then 'COVER' else 'WITHDRAWN' end as why
     from work.withdrawal_cell w group by indicator, year, key order by indicator, year, key`,
  );
}

/** Without their cover: the cells that must be protected. */
export async function withdrawnByYear(
  em: EntityManager,
  indicator: string,
): Promise<Map<number, string[]>> {
  const rows = await em.execute<{ year: number; keys: string[] }[]>(
    `select year, jsonb_agg(distinct ${KEY_OF('w')}) as keys from work.withdrawal_cell w where indicator = ? and not cover group by year`,
    [indicator],
  );
  return new Map(rows.map(({ year, keys }) => [year, keys]));
}
