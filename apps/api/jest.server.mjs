import { MikroORM } from '@mikro-orm/postgresql';

/** Runs statements on the server at DATABASE_URL. */
export async function onServer(work) {
  const orm = await MikroORM.init({
    clientUrl: process.env.DATABASE_URL,
    entities: [],
    discovery: { warnWhenNoEntities: false },
  });
  await work(orm.em.fork());
  await orm.close(true);
}
