import { MikroORM } from '@mikro-orm/postgresql';
import { LOCKS } from './locks.ts';
import { ormConfig } from './orm.config.ts';

/** Runs what is missing, one process at a time: the second waits, then finds nothing to do. */
export async function migrate(url: string): Promise<void> {
  // One connection, so that lock and migrations share it; closing it gives the lock back.
  const orm = await MikroORM.init(
    ormConfig(
      url,
      { pool: { min: 1, max: 1 }, ensureDatabase: true },
      // no limits: it may wait for another process, and work for long
      { application_name: 'qadam-migrate', keepAlive: true },
    ),
  );
  try {
    await orm.em.execute('select pg_advisory_lock(?)', [LOCKS.MIGRATION]);
    await orm.migrator.up();
    await orm.em.execute('select pg_advisory_unlock(?)', [LOCKS.MIGRATION]);
  } finally {
    await orm.close(true);
  }
}
