import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
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
});
