import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { startTestDatabase, type TestDatabase } from '../testing/database.ts';
import { MADE_BEFORE_METHOD_2, migrate } from './migrate.ts';
import { ormConfig } from './orm.config.ts';

describe('migrating a database made before method 2', () => {
  let database: TestDatabase;
  let orm: MikroORM;
  beforeAll(async () => {
    database = await startTestDatabase();
    orm = await MikroORM.init(ormConfig(database.url));
    await orm.em.execute(
      `delete from public.mikro_orm_migrations where name = 'migration-20261129-10-levels'`,
    );
    await orm.em.execute(
      `insert into publication.release (sequence, number, as_of_year, note, annual, method_version, content_hash, audit_head)
       values (1, '2026.1', 2026, '{}', true, '1', 'x', 'x')`,
    );
  });
  afterAll(async () => {
    await orm.close(true);
    await database.stop();
  });

  it('is refused with a sentence that says what to do', async () => {
    await expect(migrate(database.url)).rejects.toThrow(MADE_BEFORE_METHOD_2);
  });

  it('leaves it as it is', async () => {
    const done = await orm.em.execute<object[]>(
      `select name from public.mikro_orm_migrations where name = 'migration-20261129-10-levels'`,
    );
    expect(done).toEqual([]);
  });
});
