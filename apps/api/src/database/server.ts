import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { noEntities } from './orm.config.ts';
import { DATABASE_ROLES, quoted, roleName } from './standing.ts';

/** A new, empty database on the server of another. */
export function createDatabase(server: string, name: string): Promise<void> {
  return onServer(server, (em) => em.execute(`create database ${name}`));
}

/** With the roles that guard it, where it has some. Whoever is connected to it is cut off. */
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
  const orm = await MikroORM.init({ ...noEntities(), clientUrl: url });
  await work(orm.em.fork());
  await orm.close(true);
}
