import { MikroORM } from '@mikro-orm/postgresql';
import { noEntities, ormConfig } from './orm.config.ts';

/** One statement, or several as one text, on a connection of its own. */
export async function query<T extends object[]>(url: string, sql: string): Promise<T> {
  const orm = await MikroORM.init(ormConfig(url, noEntities()));
  try {
    return await orm.em.fork().execute<T>(sql);
  } finally {
    await orm.close(true);
  }
}
