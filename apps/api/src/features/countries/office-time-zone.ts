import type { EntityManager } from '@mikro-orm/postgresql';
import { db } from '../../database/db.ts';

/** People bound to no country: their week and month begin where the four countries together have their clock. */
export async function officeTimeZone(em: EntityManager): Promise<string> {
  const group = await db(em)
    .selectFrom('work.area')
    .select('time_zone')
    .where('kind', '=', 'GROUP')
    .orderBy('position')
    .executeTakeFirst();
  return group?.time_zone ?? 'UTC';
}
