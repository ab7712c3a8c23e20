import type { EntityManager } from '@mikro-orm/postgresql';
import type { HiddenCell } from './disclose.types.ts';

/** Cells withdrawn for somebody's safety, of whatever indicator: hidden in every release to come. */
export async function withdrawnCells(em: EntityManager): Promise<HiddenCell[]> {
  return em.execute<HiddenCell[]>(
    `select indicator, year, concat_ws('|', area, sex, age, urbanisation, region, breakdown) as key, true as primary
     from work.withdrawal where state = 'CONFIRMED' order by indicator, year, key`,
  );
}
