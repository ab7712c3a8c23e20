import { MikroORM } from '@mikro-orm/postgresql';
import { CannotStart } from '../config/env.ts';
import { LOCKS } from './locks.ts';
import { Migration2026112910Levels } from './migrations/migration-20261129-10-levels.ts';
import { migrations } from './migrations/index.ts';
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
    await refuseMethodOne(orm);
    await orm.migrator.up();
    await orm.em.execute('select pg_advisory_unlock(?)', [LOCKS.MIGRATION]);
  } finally {
    await orm.close(true);
  }
}

const LEVELS = migrations.find((migration) => migration.class === Migration2026112910Levels)?.name;

/** Releases of method 1 cannot be told in the words of method 2, and are not converted. */
async function refuseMethodOne(orm: MikroORM): Promise<void> {
  const pending = await orm.migrator.getPending();
  if (!pending.some(({ name }) => name === LEVELS)) return;
  const [there] = await orm.em.execute<{ release: string | null }[]>(
    `select to_regclass('publication.release')::text as release`,
  );
  if (typeof there?.release !== 'string') return;
  const released = await orm.em.execute<object[]>('select 1 from publication.release limit 1');
  if (released.length > 0) throw new CannotStart([MADE_BEFORE_METHOD_2]);
}

export const MADE_BEFORE_METHOD_2 =
  'This database holds releases of an earlier version of Qadam, whose method of assessment is no longer supported, and is not converted. ' +
  'Start with an empty database (or another DATA_DIR). From this version on, releases stay as they were published.';
