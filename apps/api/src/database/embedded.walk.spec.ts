import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { query } from './query.fixture.ts';
import { connectRaw, message } from './embedded.fixture.ts';
import { startEmbeddedDatabase } from './embedded.ts';
import { migrate } from './migrate.ts';

const onCrash = () => undefined;

describe('an embedded database in a new folder', () => {
  it('starts from what the build has made, also after a start that was ended halfway', async () => {
    const place = mkdtempSync(path.join(tmpdir(), 'qadam-cluster-'));
    const [cluster, folder] = [path.join(place, 'cluster'), path.join(place, 'pg')];
    const source = await startEmbeddedDatabase({ onCrash });
    await query(source.url, `create table kept as select repeat('x', 9000) as long`);
    await source.dump(cluster);
    await source.stop();
    writeFileSync(cluster, zstdCompressSync(readFileSync(cluster)));
    mkdirSync(`${folder}.unfinished`);
    writeFileSync(path.join(`${folder}.unfinished`, 'PG_VERSION'), 'none');

    for (let start = 1; start <= 2; start += 1) {
      const database = await startEmbeddedDatabase({ folder, cluster, onCrash });
      await query(database.url, `insert into kept values ('more')`);
      const [found] = await query(
        database.url,
        'select count(*)::int as n, max(length(long)) as l from kept',
      );
      expect(found).toEqual({ n: 1 + start, l: 9000 });
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      await database.stop();
    }
    expect(existsSync(`${folder}.unfinished`)).toBe(false);
    rmSync(place, { recursive: true });
  }, 60_000);
});

describe('an embedded database that begins as an image', () => {
  it('is its image again, whatever was done in the one before it', async () => {
    const image = path.join(mkdtempSync(path.join(tmpdir(), 'qadam-image-')), 'image.tar');
    const source = await startEmbeddedDatabase({ onCrash });
    await query(source.url, `create table kept as select 1 as n, repeat('x', 9000) as long`);
    await source.dump(image);
    await source.stop();
    // the same start time of the server: it was rewound, not started anew
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
});
