import { MikroORM } from '@mikro-orm/postgresql';
import { noEntities } from './orm.config.ts';

/** A new, empty database on the server of another. */
export function createDatabase(server: string, name: string): Promise<void> {
  return onServer(server, `create database ${name}`);
}

/** Whoever is connected to it is cut off. */
export function dropDatabase(server: string, name: string): Promise<void> {
  return onServer(server, `drop database ${name} with (force)`);
}

async function onServer(url: string, statement: string): Promise<void> {
  const orm = await MikroORM.init({ ...noEntities(), clientUrl: url });
  await orm.em.execute(statement);
  await orm.close(true);
}
