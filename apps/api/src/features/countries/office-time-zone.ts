import type { EntityManager } from '@mikro-orm/postgresql';

/** People bound to no country: their week and month begin where the four countries together have their clock. */
export async function officeTimeZone(em: EntityManager): Promise<string> {
  const [row] = await em.execute<{ timeZone: string }[]>(
    `select time_zone as "timeZone" from work.area where kind = 'GROUP' order by position limit 1`,
  );
  return row?.timeZone ?? 'UTC';
}
