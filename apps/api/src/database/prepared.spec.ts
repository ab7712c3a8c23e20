import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { noEntities, ormConfig } from './orm.config.ts';
import { db } from './db.ts';
import { type Planning, prepared, preparedRows } from './prepared.ts';

const server = process.env['DATABASE_URL'];
// not on the embedded database, where nothing is prepared
const onPostgres = server === undefined ? describe.skip : describe;

const part = (planning: Planning) =>
  prepared((db, { at }) => db.selectNoFrom(sql<number>`60 / ${at}`.as(planning)), { planning });
const once = part('ONCE');
const byValues = part('BY_VALUES');

onPostgres('a connection that is told how to plan', () => {
  let database: TestDatabase;
  let orm: MikroORM;
  beforeAll(async () => {
    database = await createTestDatabase(server ?? '');
    const oneConnection = { ...noEntities(), pool: { min: 0, max: 1 } };
    orm = await MikroORM.init(ormConfig(database.url, oneConnection));
  }, 60_000);
  afterAll(async () => {
    await orm.close(true);
    await database.stop();
  });
  const em = () => orm.em.fork();

  it('plans one statement once and the other for what is asked, in turns', async () => {
    for (const at of [1, 2]) {
      expect(await once(em(), { at }, {})).toEqual([{ ONCE: 60 / at }]);
      expect(await byValues(em(), { at }, {})).toEqual([{ BY_VALUES: 60 / at }]);
    }
    const plans = await em().execute(
      `select substring(statement from 'ONCE|BY_VALUES') as planning, generic_plans::int as generic, custom_plans::int as custom
       from pg_prepared_statements order by 1`,
    );
    expect(plans).toEqual([
      { planning: 'BY_VALUES', generic: 0, custom: 2 },
      { planning: 'ONCE', generic: 2, custom: 0 },
    ]);
  });

  it('prepares a query of the desks once, whatever is asked', async () => {
    const half = (of: number) => db(em()).selectNoFrom(sql<number>`${of}::int / 2`.as('half'));
    expect(await preparedRows(em(), half(4))).toEqual([{ half: 2 }]);
    expect(await preparedRows(em(), half(10))).toEqual([{ half: 5 }]);
    const kept = await em().execute(
      `select (generic_plans + custom_plans)::int as plans from pg_prepared_statements where statement like '%half%'`,
    );
    expect(kept).toEqual([{ plans: 2 }]);
  });

  it('is rolled back where such a statement fails in a transaction, and serves the next', async () => {
    const failed = em().transactional((inside) => once(inside, { at: 0 }, {}));
    await expect(failed).rejects.toThrow('division by zero');
    expect(await byValues(em(), { at: 3 }, {})).toEqual([{ BY_VALUES: 20 }]);
  });

  it('goes on in a transaction of which only a part failed', async () => {
    await em().transactional(async (outside) => {
      const failed = outside.transactional((inside) => once(inside, { at: 0 }, {}));
      await expect(failed).rejects.toThrow('division by zero');
      expect(await once(outside, { at: 4 }, {})).toEqual([{ ONCE: 15 }]);
    });
    expect(await em().execute('show plan_cache_mode')).toEqual([{ plan_cache_mode: 'auto' }]);
  });
});
