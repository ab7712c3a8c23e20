import { MikroORM } from '@mikro-orm/postgresql';
import { ormConfig } from './orm.config.ts';

/** Any number, but the same in every build: who migrates holds it. */
const MIGRATION_LOCK = 720_914_092_022;

/** Runs what is missing, one process at a time: the second waits, then finds nothing to do. */
export async function migrate(url: string): Promise<void> {
  // One connection, so that lock and migrations share it; closing it gives the lock back.
  const orm = await MikroORM.init(
    ormConfig(url, {
      pool: { min: 1, max: 1 },
      driverOptions: { application_name: 'qadam-migrate' },
    }),
  );
  try {
    await orm.em.execute('select pg_advisory_lock(?)', [MIGRATION_LOCK]);
    await orm.migrator.up();
    await orm.em.execute('select pg_advisory_unlock(?)', [MIGRATION_LOCK]);
  } finally {
    await orm.close(true);
  }
}
