import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MikroORM } from '@mikro-orm/postgresql';
import { oneLogin } from '../config/databases.ts';
import { guard } from '../database/guard.ts';
import { migrate } from '../database/migrate.ts';
import { ormConfig } from '../database/orm.config.ts';
import { PublicOrm } from '../database/public-database.module.ts';
import { startCluster, type Cluster } from '../testing/cluster.ts';
import { createTestDatabase } from '../testing/database.ts';
import { startFaultyLine, type FaultyLine } from '../testing/faulty-line.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { CurrentRelease } from '../features/releases/current-release.ts';
import { seedTest } from '../testing/seed.ts';
import { upload } from '../testing/upload.ts';
import { makeWebBuild } from '../testing/web-build.ts';

/** Needs the processes and connections of a PostgreSQL server; the embedded database has neither. */
const onPostgres = process.env['DATABASE_URL'] === undefined ? describe.skip : describe;

const OFFICER = 'officer@demo.example';
/** How often a request is repeated before it must have worked, and the pause in between. */
const TRIES = 40;
const PAUSE_MS = 100;
const CONNECTIONS = { desks: 4, public: 3 };

/** A build of the web whose pages say how many releases there are. */
const PAGES = `
export const storedPath = (url) => url;
export const publicPaths = () => [];
export async function render({ execute }) {
  const { data, errors } = await execute({ query: '{ releases(lang: en) { number } }', variables: {} });
  return { status: errors ? 503 : 200, desk: false, transient: false, lang: 'en', answers: {}, modules: [], error: undefined,
    html: '<html><head></head><body>' + (data?.releases?.length ?? 'none') + '</body></html>' };
}`;

onPostgres('a database that fails', () => {
  let cluster: Cluster;
  let line: FaultyLine;
  let test: TestApp;
  let admin: MikroORM;
  let web: Awaited<ReturnType<typeof makeWebBuild>>;
  beforeAll(async () => {
    cluster = await startCluster();
    const database = await createTestDatabase(cluster.url);
    await migrate(database.url);
    await guard(oneLogin(database.url));
    admin = await MikroORM.init(
      ormConfig(database.url, { contextName: 'admin' }, { application_name: 'admin' }),
    );
    await seedTest(admin, 'framework');
    line = await startFaultyLine(database.url);
    web = await makeWebBuild(PAGES);
    test = await startTestApp({
      database: { url: line.url, stop: () => line.stop() },
      webRoot: web.root,
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
    await web.remove();
  });

  async function untilReady(): Promise<void> {
    for (let n = 0; n < TRIES; n += 1) {
      if ((await test.http('/health/ready')).statusCode === 200) return;
      await wait(PAUSE_MS);
    }
    throw new Error('It did not come back.');
  }
  const desks = () => test.app.get<unknown, MikroORM>(MikroORM).em.fork();
  const readers = () => test.app.get(PublicOrm, { strict: false }).em.fork();

  /** Uses all connections of both pools at once, so that one that was lost for good would be missed. */
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

  /** Eight people save values until the returned function is called. */
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
        () =>
          upload(test, OFFICER, '/imports?country=KAZ&cycle=2025', { name: 'a.csv', bytes: 'x' }),
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

  it('and is frozen still has its stored pages shown, and no other is waited for', async () => {
    const current = test.app.get(CurrentRelease, { strict: false });
    expect((await test.http('/en/kept')).statusCode).toBe(200);
    cluster.freeze();
    for (let n = 0; n < TRIES && !current.isAway; n += 1) {
      expect((await test.http('/en/kept')).statusCode).toBe(200);
      await wait(PAUSE_MS);
    }
    expect(current.isAway).toBe(true);
    expect((await test.http('/en/kept')).statusCode).toBe(200);
    const other = await test.http('/en/other');
    expect([other.statusCode, other.headers['retry-after']]).toEqual([503, '5']);
  });

  it('by a lock behind which everybody saves keeps no reader waiting', async () => {
    const saving: Promise<unknown>[] = [];
    await admin.em.fork().transactional(async (tx) => {
      await tx.execute('select pg_advisory_xact_lock(1)');
      for (let n = 0; n < 16; n += 1)
        saving.push(
          desks().transactional((desk) => desk.execute('select pg_advisory_xact_lock(1)')),
        );
      const settled = Promise.allSettled(saving);
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => test.publicQuery('{ releases(lang: en) { number } }')),
      );
      expect(answers).toEqual(answers.map(() => ({ data: { releases: [] } })));
      await settled;
    });
  });

  it('refuses what a public read would change, and compiles nothing', async () => {
    const codes = { 'publication.value': '25006', 'work.session': '42501' };
    for (const [table, code] of Object.entries(codes))
      await expect(readers().execute(`delete from ${table}`)).rejects.toMatchObject({ code });
    for (const em of [desks(), readers()])
      expect(await em.execute('show jit')).toEqual([{ jit: 'off' }]);
  });

  it('is not kept waiting for those who send slowly', async () => {
    const { server } = test.app.getHttpAdapter().getInstance();
    await test.listen();
    const { port } = server.address() as AddressInfo;
    const cookie = await test.cookie(OFFICER);
    const sockets = await Promise.all(
      [
        'GET /en HTTP/1.1\r\nhost: x\r\nx-half',
        'POST /work/graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{"q',
        'POST /imports?country=KAZ&cycle=2025 HTTP/1.1\r\nhost: x\r\nx-qadam: 1\r\ncontent-type: multipart/form-data; boundary=b\r\n' +
          `cookie: ${cookie}\r\ncontent-length: 90000\r\n\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\na`,
      ].map(async (beginning) => {
        const socket = connect(port, '127.0.0.1').on('error', () => undefined);
        await once(socket, 'connect');
        socket.write(beginning);
        return socket;
      }),
    );
    await untilEveryConnectionWorks();
    for (const socket of sockets) socket.destroy();
  });
});
