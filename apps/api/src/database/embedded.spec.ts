import { afterEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { db } from './db.ts';
import { startEmbeddedDatabase } from './embedded.ts';
import { migrate } from './migrate.ts';
import { ormConfig } from './orm.config.ts';

const onCrash = () => undefined;

async function query<T extends object[]>(url: string, sql: string): Promise<T> {
  const orm = await MikroORM.init(ormConfig(url));
  try {
    return await orm.em.fork().execute<T>(sql);
  } finally {
    await orm.close(true);
  }
}

describe('the embedded database', () => {
  const parent = mkdtempSync(path.join(tmpdir(), 'qadam-embedded-'));
  const folder = path.join(parent, 'pg');
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it('keeps its data, and its folder to one process at a time', async () => {
    const first = await startEmbeddedDatabase({ folder, onCrash });
    await migrate(first.url);
    await query(
      first.url,
      `insert into work.organisation (id, code, names) values (gen_random_uuid(), 'STATS', '{}')`,
    );

    await expect(startEmbeddedDatabase({ folder, onCrash })).rejects.toThrow(
      `The embedded database ${folder} is in use by process ${process.pid}.`,
    );

    await first.stop();
    expect(existsSync(`${folder}.lock`)).toBe(false);
    writeFileSync(`${folder}.lock`, '999999999 1'); // left by a process that was killed
    const second = await startEmbeddedDatabase({ folder, onCrash });
    await migrate(second.url);
    expect(await query(second.url, 'select code from work.organisation')).toEqual([
      { code: 'STATS' },
    ]);
    await second.stop();
  }, 60_000);

  it('answers those that waited for a transaction each with their own rows', async () => {
    const database = await startEmbeddedDatabase({ onCrash });
    const orm = await MikroORM.init(ormConfig(database.url));
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
    await orm.close(true);
    await database.stop();
  }, 60_000);
});
