import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { startTestDatabase, type TestDatabase } from '../testing/database.ts';
import { byPages } from './by-pages.ts';
import { db } from './db.ts';
import { ormConfig } from './orm.config.ts';

const numbers = (em: EntityManager, last: number, asked = sql<number>`n`) =>
  db(em)
    .selectFrom(sql<{ n: number }>`generate_series(1, ${last}::int)`.as<'g'>(sql`g(n)`))
    .select(asked.as('n'));

async function pagesOf(em: EntityManager, rows: ReturnType<typeof numbers>) {
  const pages: number[][] = [];
  for await (const page of byPages(em, rows, 3)) pages.push(page.map(({ n }) => n));
  return pages;
}

describe('the rows of one statement', () => {
  let database: TestDatabase;
  let orm: MikroORM;
  beforeAll(async () => {
    database = await startTestDatabase();
    orm = await MikroORM.init(ormConfig(database.url, { allowGlobalContext: true }));
  });
  afterAll(async () => {
    await orm.close(true);
    await database.stop();
  });

  it.each([
    [0, []],
    [2, [[1, 2]]],
    [6, [1, 4].map((n) => [n, n + 1, n + 2])],
    [7, [[1, 2, 3], [4, 5, 6], [7]]],
  ])('come by pages, none of them empty: %i of them', async (last, pages) => {
    await orm.em.transactional(async (em) => {
      expect(await pagesOf(em, numbers(em, last))).toEqual(pages);
      const open = await sql`select 1 from pg_cursors where name like 'pages%'`.execute(db(em));
      expect(open.rows).toEqual([]);
    });
  });

  it('are read no further than anybody wants, and the transaction goes on', async () => {
    await orm.em.transactional(async (em) => {
      for await (const page of byPages(em, numbers(em, 9), 3)) {
        expect(page).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
        break;
      }
      expect(await pagesOf(em, numbers(em, 1))).toEqual([[1]]);
    });
  });

  it('fail where a later page does, behind the pages before it', async () => {
    const seen: number[] = [];
    const reading = orm.em.transactional(async (em) => {
      const rows = numbers(em, 9, sql<number>`12 / (5 - n)`);
      for await (const page of byPages(em, rows, 3)) seen.push(...page.map(({ n }) => n));
    });
    await expect(reading).rejects.toThrow('division by zero');
    expect(seen).toEqual([3, 4, 6]);
  });

  it('are not read outside of a transaction', async () => {
    await expect(pagesOf(orm.em.fork(), numbers(orm.em, 1))).rejects.toThrow('transaction');
  });
});
