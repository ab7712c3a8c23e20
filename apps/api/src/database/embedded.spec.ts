import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { db } from './db.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded.ts';
import { migrate } from './migrate.ts';
import { noEntities, ormConfig } from './orm.config.ts';

const onCrash = () => undefined;

async function query<T extends object[]>(url: string, sql: string): Promise<T> {
  const orm = await MikroORM.init(ormConfig(url, noEntities()));
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

  it('knows nothing of the one before it, which its thread served', async () => {
    const first = await startEmbeddedDatabase({ onCrash });
    await query(first.url, 'create table left_behind (id int)');
    await first.stop();
    const second = await startEmbeddedDatabase({ onCrash });
    expect(await query(second.url, `select to_regclass('left_behind') as name`)).toEqual([
      { name: null },
    ]);
    await second.stop();
  }, 60_000);

  it('begins as its image again, whatever was done in the one before it', async () => {
    const image = path.join(mkdtempSync(path.join(tmpdir(), 'qadam-image-')), 'image.tar');
    const source = await startEmbeddedDatabase({ onCrash });
    await query(source.url, `create table kept as select 1 as n, repeat('x', 9000) as long`);
    await source.dump(image);
    await source.stop();
    // the same start of the server: it was rewound and not started anew
    const state = `select pg_postmaster_start_time()::text as started, (select sum(n)::int from kept) as n, to_regclass('left_behind') as left_behind,
      current_user as who, pg_current_wal_lsn() as at, txid_snapshot_xmax(txid_current_snapshot()) as next`;

    const first = await startEmbeddedDatabase({ image, onCrash });
    const before = await query(first.url, state);
    expect(before).toMatchObject([{ n: 1, left_behind: null, who: 'postgres' }]);
    await query(
      first.url,
      `create table left_behind as select n, repeat('y', 1000) as text from generate_series(1, 50000) n;
       create role somebody; drop table kept; create table kept (n text); checkpoint`,
    );
    await expect(query(first.url, 'select 1/0')).rejects.toThrow('division by zero');
    const socket = await connectRaw(first.url);
    socket.write(message('Q', `begin; set role somebody; insert into kept values ('z')\0`));
    await once(socket, 'data');
    await first.stop();

    for (let next = 0; next < 2; next += 1) {
      const again = await startEmbeddedDatabase({ image, onCrash });
      expect(await query(again.url, state)).toEqual(before);
      await query(again.url, 'insert into kept select 2, long from kept; checkpoint');
      expect(await query(again.url, 'select n, length(long) as l from kept')).toEqual([
        { n: 1, l: 9000 },
        { n: 2, l: 9000 },
      ]);
      await again.stop();
    }
    rmSync(path.dirname(image), { recursive: true });
  }, 60_000);

  it('is another one where the one before it has loaded a library', async () => {
    const image = path.join(mkdtempSync(path.join(tmpdir(), 'qadam-image-')), 'image.tar');
    const source = await startEmbeddedDatabase({ onCrash });
    await source.dump(image);
    await source.stop();
    const started = new Set<string>();
    for (let next = 0; next < 2; next += 1) {
      const database = await startEmbeddedDatabase({ image, onCrash });
      const [answer] = await query<[{ stem: string; started: string }]>(
        database.url,
        `select to_tsvector('english', 'walks')::text as stem, pg_postmaster_start_time()::text as started`,
      );
      expect(answer.stem).toBe(`'walk':1`);
      started.add(answer.started);
      await database.stop();
    }
    expect(started.size).toBe(2);
    rmSync(path.dirname(image), { recursive: true });
  }, 60_000);
});

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

/** A connection without a driver, to send single messages by. */
async function connectRaw(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(message('', '\0\x03\0\0user\0postgres\0database\0postgres\0\0'));
  await once(socket, 'data');
  return socket;
}

/** A message of PostgreSQL's protocol: its kind, its length, and what it says. */
function message(kind: string, text: string): Buffer {
  const body = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(kind), length, body]);
}
