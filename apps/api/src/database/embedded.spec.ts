import { afterEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
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

  it('answers each of many connections with its own rows, also those that waited for a transaction', async () => {
    const database = await startEmbeddedDatabase({ onCrash });
    const orm = await MikroORM.init(ormConfig(database.url));
    const echo = async (em: EntityManager, number: number) => {
      const query = db(em).selectNoFrom(sql<number>`${number}::int`.as('number'));
      return (await query.executeTakeFirstOrThrow()).number;
    };
    const numbers = Array.from({ length: 200 }, (_, i) => i);
    const answers = numbers.map((number) =>
      number % 4 === 0
        ? orm.em.fork().transactional((em) => echo(em, number))
        : echo(orm.em.fork(), number),
    );
    expect(await Promise.all(answers)).toEqual(numbers);
    await orm.close(true);
    await database.stop();
  }, 60_000);
});
