import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { db } from './db.ts';
import { connectRaw, message } from './embedded.fixture.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded.ts';
import { noEntities, ormConfig } from './orm.config.ts';

const onCrash = () => undefined;

describe('the connections of an embedded database', () => {
  let database: EmbeddedDatabase;
  let orm: MikroORM;
  beforeAll(async () => {
    database = await startEmbeddedDatabase({ onCrash });
    orm = await MikroORM.init(ormConfig(database.url, noEntities()));
  });
  afterAll(async () => {
    await orm.close(true);
    await database.stop();
  });

  it('answers those that waited for a transaction each with their own rows', async () => {
    const echo = async (number: number) => {
      const query = db(orm.em.fork()).selectNoFrom(sql<number>`${number}::int`.as('number'));
      return (await query.executeTakeFirstOrThrow()).number;
    };
    const numbers = [1, 2, 3, 4, 5];
    await Promise.all(numbers.map(echo)); // opens a connection for each
    const waiting = await orm.em.fork().transactional(async (em) => {
      await em.execute('select 1');
      const answers = Promise.all(numbers.map(echo));
      await setTimeout(100);
      return { answers };
    });
    expect(await waiting.answers).toEqual(numbers);
  });

  it('forgets the beginning of a statement whose connection ended', async () => {
    const socket = await connectRaw(database.url);
    socket.write(message('P', '\0select 1/0\0\0\0'));
    await setTimeout(100);
    socket.destroy();
    const answer = await db(orm.em.fork())
      .selectNoFrom(sql<number>`${9}::int`.as('number'))
      .execute();
    expect(answer).toEqual([{ number: 9 }]);
  });

  it('keeps the others waiting for a statement that was answered in part', async () => {
    const socket = await connectRaw(database.url);
    socket.write(message('P', '\0select 7\0\0\0'));
    socket.write(message('H', ''));
    await once(socket, 'data');
    let answered = false;
    const other = db(orm.em.fork())
      .selectNoFrom(sql<number>`${9}::int`.as('number'))
      .execute()
      .finally(() => (answered = true));
    await setTimeout(300);
    expect(answered).toBe(false);
    socket.write(message('S', ''));
    expect(await other).toEqual([{ number: 9 }]);
    socket.destroy();
  });

  it('goes on after a statement that failed', async () => {
    const divide = (by: number) =>
      db(orm.em.fork())
        .selectNoFrom(sql<number>`12 / ${by}::int`.as('number'))
        .execute();
    await expect(divide(0)).rejects.toThrow('division by zero');
    expect(await divide(4)).toEqual([{ number: 3 }]);
  });

  it('sends an answer of many pieces whole', async () => {
    const rows = await db(orm.em.fork())
      .selectFrom(
        sql<{ n: number; text: string }>`(
        select n, repeat('ш', 500) as text from generate_series(1, ${3000}::int) n)`.as('series'),
      )
      .select(['n', 'text'])
      .execute();
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 3000 }, (_, i) => i + 1));
    expect(new Set(rows.map(({ text }) => text))).toEqual(new Set(['ш'.repeat(500)]));
  });
});
