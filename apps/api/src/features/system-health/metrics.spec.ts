import { readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../testing/free-port.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { serverWork } from '../../testing/server-work.ts';
import { startMetrics } from './metrics.ts';
import { SystemHealthService } from './system-health.service.ts';

const operations = path.join(import.meta.dirname, '../../../../../operations');
let test: TestApp;
let origin: string;
let stop: () => Promise<void>;
let away = false;

beforeAll(async () => {
  test = await startTestApp({ seed: 'demo', settings: { databaseFolder: import.meta.dirname } });
  const port = await freePort();
  origin = `http://127.0.0.1:${String(port)}`;
  const health = serverWork(test, SystemHealthService);
  stop = await startMetrics({
    address: { host: '127.0.0.1', port },
    health: () => (away ? Promise.resolve(null) : health.measure()),
    pools: { desks: () => ({ open: 3, idle: 2, waiting: 1 }) },
    readsReplica: () => Promise.resolve(false),
  });
});
afterAll(async () => {
  await stop();
  await test.stop();
});

const scrape = async () => (await fetch(`${origin}/metrics`)).text();
/** The numbers of a metric, by its labels. */
const read = (text: string, name: string) =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
      .map((line) => [
        line.slice(name.length, line.lastIndexOf(' ')),
        Number(line.split(' ').at(-1)),
      ]),
  );

describe('the numbers for Prometheus', () => {
  it('count answers by route and operations by field, and hold nothing of what was asked', async () => {
    const before = read(await scrape(), 'qadam_request_seconds_count');
    await test.http('/data/all.csv?lang=kk');
    await test.http('/no/such/page-of-somebody?secret=from-the-address');
    await test.publicQuery('query NameOfSomebody { openData(lang: en) { __typename } }');
    await test.work('officer@demo.example', '{ me { email } }');
    await test.publicQuery('{ fieldOfSomebody }');
    const text = await scrape();
    const after = read(text, 'qadam_request_seconds_count');
    const grown = Object.keys(after).filter((labels) => after[labels] !== before[labels]);
    expect(grown.sort()).toEqual([
      '{method="GET",route="/data/all.:extension",status="2xx"}',
      '{method="GET",route="none",status="4xx"}',
      '{method="POST",route="/graphql",status="2xx"}',
      '{method="POST",route="/graphql",status="4xx"}',
      '{method="POST",route="/work/graphql",status="2xx"}',
    ]);
    expect(read(text, 'qadam_operation_seconds_count')).toMatchObject({
      '{field="me",result="answered"}': 1,
    });
    expect(text).not.toMatch(/Somebody|somebody|from-the-address|demo\.example|kk/);
  });

  it('say how the database, its connections, mails and releases are', async () => {
    const text = await scrape();
    expect(read(text, 'qadam_database_up')).toEqual({ '': 1 });
    expect(read(text, 'qadam_database_bytes')['']).toBeGreaterThan(1_000_000);
    const free = read(text, 'qadam_disk_free_bytes');
    for (const [disk, folder] of [
      ['files', tmpdir()],
      ['database', import.meta.dirname],
    ] as const) {
      const { bavail, bsize } = statfsSync(folder);
      // others write there, too
      expect(Math.abs((free[`{disk="${disk}"}`] ?? 0) - bavail * bsize)).toBeLessThan(1e9);
    }
    expect(read(text, 'qadam_database_connections')).toEqual({
      '{pool="desks",state="open"}': 3,
      '{pool="desks",state="idle"}': 2,
      '{pool="desks",state="waiting"}': 1,
    });
    expect(read(text, 'qadam_reads_from_replica')).toEqual({ '{pool="public"}': 0 });
    expect(read(text, 'qadam_mails')).toEqual({ '{state="waiting"}': 0, '{state="failed"}': 0 });
    expect(read(text, 'qadam_release_timestamp_seconds')['']).toBeGreaterThan(1.7e9);
    expect(read(text, 'qadam_backup_timestamp_seconds')).toEqual({ '': 0 });
  });

  it('are there under one address only', async () => {
    expect((await fetch(`${origin}/`)).status).toBe(404);
    expect((await test.http('/metrics')).statusCode).toBe(404);
  });

  it('are what alerts and the dashboard ask for', async () => {
    const known = new Set(
      /** names */ (await scrape()).match(/^# TYPE \S+/gm)?.map((line) => line.slice(7)),
    );
    for (const file of ['alerts.yml', 'dashboard.json']) {
      const asked =
        readFileSync(path.join(operations, file), 'utf8').match(/\b(qadam|nodejs|process)_\w+/g) ??
        [];
      expect(asked.length).toBeGreaterThan(5);
      const base = asked.map((name) => name.replace(/_(bucket|count|sum)$/, ''));
      expect(base.filter((name) => !known.has(name))).toEqual([]);
    }
  });
});

describe('a database that does not answer', () => {
  it('is said, and the rest is still there', async () => {
    away = true;
    await stop();
    const port = await freePort();
    origin = `http://127.0.0.1:${String(port)}`;
    stop = await startMetrics({
      address: { host: '127.0.0.1', port },
      health: () => Promise.resolve(null),
      pools: {},
      readsReplica: null,
    });
    const text = await scrape();
    expect(read(text, 'qadam_database_up')).toEqual({ '': 0 });
    expect(read(text, 'process_resident_memory_bytes')['']).toBeGreaterThan(0);
  });
});
