import { MikroORM } from '@mikro-orm/postgresql';
import { noEntities } from './orm.config.ts';
import { DATABASE_ROLES, quoted, roleName } from './standing.ts';

/** A new, empty database on the server of another. */
export function createDatabase(server: string, name: string): Promise<void> {
  return onServer(server, `create database ${name}`);
}

/** With the roles that guard it. Whoever is connected to it is cut off. */
export function dropDatabase(server: string, name: string): Promise<void> {
  const roles = DATABASE_ROLES.map((role) => `drop role if exists ${quoted(roleName(name, role))}`);
  return onServer(server, `drop database ${name} with (force)`, ...roles);
}

async function onServer(url: string, ...statements: string[]): Promise<void> {
  const orm = await MikroORM.init({ ...noEntities(), clientUrl: url });
  for (const statement of statements) await orm.em.execute(statement);
  await orm.close(true);
}
