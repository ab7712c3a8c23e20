import type { EntityManager } from '@mikro-orm/postgresql';
import { holdNamedLock } from './locks.ts';
import { noEntities, withOrm } from './orm.config.ts';
import { DATABASE_ROLES, quoted, roleName } from './standing.ts';

/** Makes a new database on the server of another: empty, or a copy of one to which nobody is connected. */
export function createDatabase(
  server: string,
  name: string,
  template = 'template1',
): Promise<void> {
  return onServer(server, (em) => em.execute(`create database ${name} template ${template}`));
}

/** Makes and fills a database if none has this name. It gets the name only when it is complete; a concurrent call for the same name waits. */
export function createDatabaseOnce(
  server: string,
  name: string,
  fill: (unfinished: string) => Promise<void>,
): Promise<void> {
  return onServer(server, (em) =>
    em.transactional(async (tx) => {
      await holdNamedLock(tx, name);
      const found = await tx.execute('select from pg_database where datname = ?', [name]);
      if (found.length > 0) return;
      const unfinished = `${name}_unfinished`;
      await createDatabase(server, unfinished);
      await fill(unfinished);
      await tx.execute(`alter database ${unfinished} rename to ${name}`);
    }),
  );
}

/** Drops a database with the roles that guard it, if there are any. Its connections are cut. */
export function dropDatabase(server: string, name: string): Promise<void> {
  return onServer(server, async (em) => {
    await em.execute(`drop database ${name} with (force)`);
    const roles = await em.execute<{ role: string }[]>(
      'select rolname as role from pg_roles where rolname in (?)',
      [DATABASE_ROLES.map((role) => roleName(name, role))],
    );
    for (const { role } of roles) await em.execute(`drop role ${quoted(role)}`);
  });
}

async function onServer(url: string, work: (em: EntityManager) => Promise<unknown>): Promise<void> {
  await withOrm({ ...noEntities(), clientUrl: url }, ({ em }) => work(em.fork()));
}
