import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MikroORM } from '@mikro-orm/postgresql';
import { migrate } from '../database/migrate.ts';
import { ormConfig } from '../database/orm.config.ts';
import { PublicEntityManager } from '../database/public-database.module.ts';
import { startCluster, type Cluster } from '../testing/cluster.ts';
import { createTestDatabase } from '../testing/database.ts';
import { startFaultyLine, type FaultyLine } from '../testing/faulty-line.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { seedTest } from '../testing/seed.ts';
import { upload } from '../testing/upload.ts';

/** Needs PostgreSQL's own processes and connections; the embedded database has neither. */
const onPostgres = process.env['DATABASE_URL'] === undefined ? describe.skip : describe;

const OFFICER = 'officer@demo.example';
/** How often somebody tries again until it must work, and how long between. */
const TRIES = 40;
const PAUSE_MS = 100;
const CONNECTIONS = { desks: 4, public: 3 };

onPostgres('a database that fails', () => {
  let cluster: Cluster;
  let line: FaultyLine;
  let test: TestApp;
  let admin: MikroORM;
  beforeAll(async () => {
    cluster = await startCluster();
    const database = await createTestDatabase(cluster.url);
    await migrate(database.url);
    admin = await MikroORM.init(ormConfig(database.url, {}, { application_name: 'admin' }));
    await seedTest(admin, 'framework');
    line = await startFaultyLine(database.url);
    test = await startTestApp({
      database: { url: line.url, stop: () => line.stop() },
      connections: CONNECTIONS,
      session: { connectionTimeoutMillis: 400, query_timeout: 400 },
    });
  }, 60_000);
  afterEach(async () => {
    cluster.thaw();
    line.mend();
    await untilReady();
  });
  afterAll(async () => {
    await test.stop();
    await admin.close(true);
    await cluster.stop();
  });

  async function untilReady(): Promise<void> {
    for (let n = 0; n < TRIES; n += 1) {
      if ((await test.http('/health/ready')).statusCode === 200) return;
      await wait(PAUSE_MS);
    }
    throw new Error('It did not come back.');
  }
  const desks = () => test.em();
  const readers = () => test.app.get(PublicEntityManager, { strict: false }).fork();

  /** Both kinds of connections, all at once: one that is lost for good is missing here. */
  async function untilEveryConnectionWorks(): Promise<void> {
    const all = [
      ...Array.from({ length: CONNECTIONS.desks }, desks),
      ...Array.from({ length: CONNECTIONS.public }, readers),
    ];
    for (let n = 0; n < TRIES; n += 1) {
      const tried = await Promise.allSettled(all.map((em) => em.fork().execute('select 1')));
      if (tried.every(({ status }) => status === 'fulfilled')) return;
      await wait(PAUSE_MS);
    }
    throw new Error('Not every connection came back.');
  }

  /** Eight people who save, over and over, until it is over. */
  function writers(): () => Promise<unknown> {
    let over = false;
    const write = async (em: EntityManager) => {
      while (!over)
        await em
          .fork()
          .transactional(async (tx) => {
            await tx.execute('select pg_sleep(0.005)');
            await tx.execute('select 1');
          })
          .catch(() => wait(5));
    };
    const all = Array.from({ length: 8 }, () => write(desks()));
    return async () => {
      over = true;
      await Promise.all(all);
    };
  }
  const terminateAll = () =>
    admin.em
      .fork()
      .execute(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'qadam%'`,
      );

  it('and ends all connections amid transactions, again and again, leaves none missing', async () => {
    const stop = writers();
    for (let n = 0; n < 12; n += 1) {
      await wait(30);
      await terminateAll();
    }
    await stop();
    await untilEveryConnectionWorks();
  });

  it('and cannot be reached for a while is found again', async () => {
    const stop = writers();
    await wait(50);
    line.cut();
    await wait(100);
    expect((await test.http('/health/ready')).json()).toMatchObject({ status: 'no database' });
    line.mend();
    await stop();
    await untilEveryConnectionWorks();
  });

  it('and is frozen amid transactions is found again', async () => {
    const stop = writers();
    await wait(50);
    cluster.freeze();
    expect((await test.http('/health/ready')).json()).toMatchObject({ status: 'no database' });
    cluster.thaw();
    await stop();
    await untilEveryConnectionWorks();
  });

  it('and behind a firewall that forgot all connections is found again by others', async () => {
    const stop = writers();
    await untilEveryConnectionWorks();
    line.forget();
    await stop();
    await untilEveryConnectionWorks();
  });

  describe('says so, with the time to come again:', () => {
    const away = { extensions: { code: 'UNAVAILABLE', retryAfter: 5 } };
    const query = (text: string) => ({ method: 'POST' as const, payload: { query: text } });
    const asks: [string, () => Promise<Awaited<ReturnType<TestApp['http']>>>][] = [
      [
        'the desks',
        async () => {
          const headers = { cookie: await test.cookie(OFFICER) };
          return test.http({ url: '/work/graphql', headers, ...query('{ ownLanguage }') });
        },
      ],
      [
        'a query of the public',
        () => test.http({ url: '/graphql', ...query('{ releases(lang: en) { number } }') }),
      ],
      ['a download', () => test.http('/data/all.csv')],
      ['SDMX', () => test.http('/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/*')],
      [
        'an upload',
        () => upload(test, OFFICER, '/imports?country=KAZ&cycle=2025', { name: 'a.csv', bytes: 'x' }),
      ],
      [
        'signing in',
        () =>
          test.http({
            method: 'POST',
            url: '/auth/sign-in',
            headers: { 'x-qadam': '1' },
            payload: { email: OFFICER, password: 'wrong' },
          }),
      ],
    ];
    it.each(asks)('%s', async (_what, ask) => {
      await test.cookie(OFFICER);
      line.cut();
      const answer = await ask();
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
      expect(answer.json()).toMatchObject({ errors: [away] });
      line.mend();
    });

    it.each(asks)('%s, also where it is frozen', async (_what, ask) => {
      await test.cookie(OFFICER);
      cluster.freeze();
      const answer = await ask();
      cluster.thaw();
      expect([answer.statusCode, answer.json()]).toMatchObject([503, { errors: [away] }]);
    });
  });

  it('and has no room on its disk says that', async () => {
    const run = (sql: string) => admin.em.fork().execute(sql);
    await run(`create function work.full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`);
    await run(`create trigger full_disk before insert on work.sign_in_failure
      for each statement execute function work.full_disk()`);
    const answer = await test.http({
      method: 'POST',
      url: '/auth/sign-in',
      headers: { 'x-qadam': '1' },
      payload: { email: OFFICER, password: 'wrong' },
    });
    await run('drop function work.full_disk() cascade');
    expect([answer.statusCode, answer.json()]).toMatchObject([
      503,
      { errors: [{ extensions: { code: 'STORAGE_FULL', retryAfter: 60 } }] },
    ]);
  });
});
