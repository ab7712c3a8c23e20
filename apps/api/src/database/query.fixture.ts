import { noEntities, ormConfig, withOrm } from './orm.config.ts';

/** One statement, or several as one text, on a connection of its own. */
export function query<T extends object[]>(url: string, sql: string): Promise<T> {
  return withOrm(ormConfig(url, noEntities()), ({ em }) => em.fork().execute<T>(sql));
}
