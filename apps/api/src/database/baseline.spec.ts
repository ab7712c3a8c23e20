import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { startBareDatabase, type TestDatabase } from '../testing/database.ts';
import { MADE_BEFORE_THE_BASELINE, migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { ormConfig } from './orm.config.ts';
import { schemaDifference } from './schema-difference.ts';

/** The schema of version 0.5, as its 32 migrations left it. */
const VERSION_0_5 = gunzipSync(
  readFileSync(path.join(import.meta.dirname, 'migrations/before-baseline.fixture.sql.gz')),
).toString();

describe('the tables', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await startBareDatabase();
  });
  afterEach(() => database.stop());

  async function withOrm<T>(work: (orm: MikroORM) => Promise<T>): Promise<T> {
    const orm = await MikroORM.init(ormConfig(database.url, { allowGlobalContext: true }));
    try {
      return await work(orm);
    } finally {
      await orm.close(true);
    }
  }
  const difference = () => schemaDifference(database.url);
  const applied = () =>
    withOrm((orm) =>
      orm.em.execute<{ name: string }[]>('select name from public.mikro_orm_migrations'),
    );

  it('of an empty database become what the entities describe', async () => {
    await migrate(database.url);
    expect(await difference()).toBe('');
  });

  it('of version 0.5 become the same, and keep their rows', async () => {
    await withOrm(async (orm) => {
      await orm.em.execute(VERSION_0_5);
      await orm.em.execute(
        `insert into work.area (code, kind, time_zone, names, position) values ('KAZ', 'COUNTRY', 'Asia/Almaty', '{}', 1)`,
      );
    });
    await migrate(database.url);
    expect(await difference()).toBe('');
    expect(await applied()).toEqual(migrations.map(({ name }) => ({ name })));
    const areas = await withOrm((orm) => orm.em.execute('select code from work.area'));
    expect(areas).toEqual([{ code: 'KAZ' }]);
  });

  it('of an earlier database are refused with a sentence that says what to do, and stay as they are', async () => {
    await withOrm(async (orm) => {
      await orm.em.execute(VERSION_0_5);
      await orm.em.execute(
        `delete from public.mikro_orm_migrations where name >= 'migration-20261129'`,
      );
    });
    const before = await applied();
    await expect(migrate(database.url)).rejects.toThrow(MADE_BEFORE_THE_BASELINE);
    expect(await applied()).toEqual(before);
  });
});
