import type { MikroORM } from '@mikro-orm/postgresql';
import { CannotStart } from '../config/env.ts';
import { hasCode } from './error-code.ts';
import { LOCKED, LOCKS, untilUnlocked } from './locks.ts';
import { migrations } from './migrations/index.ts';
import { statements } from './migrations/migration-20261201-baseline.ts';
import { ormConfig, SESSION, withOrm } from './orm.config.ts';

/** Every query of a table waits behind a migration that waits for it, so a migration waits no longer than other statements, and tries again later. */
const PATIENCE = {
  lockTimeout: SESSION.lock_timeout,
  pauses: [1_000, 3_000, 10_000, 30_000, 60_000],
};

/** Runs missing migrations, in one process at a time: a second process waits, then finds nothing to do. */
export async function migrate(url: string, { lockTimeout, pauses } = PATIENCE): Promise<void> {
  // One connection, so that lock and migrations share it; closing it releases the lock.
  const options = ormConfig(
    url,
    // a name of its own, so that it does not speak through a transaction of the caller
    { contextName: 'migrate', pool: { min: 1, max: 1 }, ensureDatabase: true },
    // no limits here: it may wait for another process, and work for long
    { application_name: 'qadam-migrate', keepAlive: true },
  );
  await withOrm(options, async (orm) => {
    await orm.em.execute('select pg_advisory_lock(?)', [LOCKS.MIGRATION]);
    await orm.em.execute(`set lock_timeout = ${String(lockTimeout)}`);
    const work = async () => {
      await adopt(orm);
      await orm.migrator.up();
    };
    await untilUnlocked(work, pauses).catch((error: unknown) => {
      throw hasCode(error, LOCKED) ? new CannotStart([IN_USE]) : error;
    });
    // in the embedded database other connections share the session
    await orm.em.execute('reset lock_timeout');
    await orm.em.execute('select pg_advisory_unlock(?)', [LOCKS.MIGRATION]);
  });
}

/** The last migration that the baseline replaces. */
const LAST_BEFORE_BASELINE = 'migration-20261129-80-notes-on-laws';

/** A database made by the migrations before the baseline has its tables already, so only the difference is applied. */
async function adopt(orm: MikroORM): Promise<void> {
  const [there] = await orm.em.execute<{ migrations: string | null }[]>(
    `select to_regclass('public.mikro_orm_migrations')::text as migrations`,
  );
  if (typeof there?.migrations !== 'string') return;
  const rows = await orm.em.execute<{ name: string }[]>(
    'select name from public.mikro_orm_migrations',
  );
  const done = new Set(rows.map(({ name }) => name));
  const [baseline] = migrations;
  if (done.size === 0 || baseline === undefined || done.has(baseline.name)) return;
  if (!done.has(LAST_BEFORE_BASELINE)) throw new CannotStart([MADE_BEFORE_THE_BASELINE]);
  await orm.em.transactional(async (tx) => {
    await tx.execute(
      'alter table work.withdrawn_row add column number bigint generated always as identity primary key',
    );
    await tx.execute(statements('functions.sql'));
    await tx.execute('delete from public.mikro_orm_migrations');
    await tx.execute('insert into public.mikro_orm_migrations (name) values (?)', [baseline.name]);
  });
}

const IN_USE =
  'a table that has to change is in use for long, for instance by a backup. Nothing has changed: start again when that has ended.';

export const MADE_BEFORE_THE_BASELINE =
  'This database was made by a version of Qadam before 0.5, and is not converted. ' +
  'Start with an empty database (or another DATA_DIR). From this version on, releases stay as they were published.';
