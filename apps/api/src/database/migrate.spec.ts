import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { log } from '../http/log.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { ormConfig } from './orm.config.ts';

// Not on the embedded database: it serves one process, which migrates once, and all its connections share one session with all its locks.
const onServer = process.env['DATABASE_URL'] === undefined ? describe.skip : describe;

onServer('migrating on a PostgreSQL server', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase(String(process.env['DATABASE_URL']));
  });
  afterAll(() => database.stop());

  it('is done once when several processes start at the same time', async () => {
    await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
    const orm = await MikroORM.init(ormConfig(database.url));
    const done = await orm.em
      .fork()
      .execute<object[]>('select name from public.mikro_orm_migrations');
    await orm.close(true);
    expect(done).toHaveLength(migrations.length);
  });

  it('waits for a table in use only for a while, tries again, and changes nothing by halves', async () => {
    const warned = jest.spyOn(log, 'warn').mockImplementation(() => undefined);
    const bare = await createTestDatabase(String(process.env['DATABASE_URL']));
    const orm = await MikroORM.init(ormConfig(bare.url, { allowGlobalContext: true }));
    try {
      await migrate(bare.url);
      // as before the last two migrations, the first of which replaces a constraint
      await orm.em.execute(
        `delete from public.mikro_orm_migrations where name >= 'migration-20261227'`,
      );
      const migrated = (lockTimeout: number, ...pauses: number[]) =>
        migrate(bare.url, { lockTimeout, pauses });
      const count = async () =>
        (await orm.em.fork().execute<object[]>('select name from public.mikro_orm_migrations'))
          .length;
      const inUse = (meanwhile: () => Promise<void>) =>
        orm.em.fork().transactional(async (reading) => {
          await reading.execute('select count(*) from work.notification');
          await meanwhile();
        });
      await inUse(async () => {
        await expect(migrated(50, 10)).rejects.toThrow('start again');
        expect(await count()).toBe(migrations.length - 2);
      });
      const reading = inUse(() => setTimeout(300));
      await migrated(50, 100, 1_000, 5_000);
      await reading;
      expect(await count()).toBe(migrations.length);
    } finally {
      warned.mockRestore();
      await orm.close(true);
      await bare.stop();
    }
  });
});
