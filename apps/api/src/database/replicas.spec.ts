import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { oneLogin } from '../config/databases.ts';
import { reportFigures } from '../testing/approved-figures.ts';
import { startCachingProxy, type CachingProxy } from '../testing/caching-proxy.ts';
import { startReplicatedCluster, type ReplicatedCluster } from '../testing/cluster.ts';
import { createTestDatabase } from '../testing/database.ts';
import { seedTest } from '../testing/seed.ts';
import { startProcess, type ServedProcess } from '../testing/served-process.ts';
import { guard } from './guard.ts';
import { migrate } from './migrate.ts';
import { noEntities, ormConfig } from './orm.config.ts';

// Needs a replica of a PostgreSQL server; the embedded database has none.
const onPostgres = process.env['DATABASE_URL'] === undefined ? describe.skip : describe;

const OFFICER = 'officer@demo.example';
const PASSWORD = 'demo-Qadam-2026';
const TRIES = 100;
const PAUSE_MS = 200;
const PREVIEW = `{ releasePreview(asOfYear: 2025, annual: false, lang: en) { previewHash problems { code } } }`;
const PUBLISH = `mutation ($input: PublishReleaseInput!) { publishRelease(input: $input) { number problems { code } } }`;

onPostgres('several processes, a replica and a proxy', () => {
  let cluster: ReplicatedCluster;
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let owner: MikroORM;
  let standby: MikroORM;
  let first: ServedProcess;
  let second: ServedProcess;
  let proxy: CachingProxy;
  let year = 2000;

  beforeAll(async () => {
    cluster = await startReplicatedCluster();
    database = await createTestDatabase(cluster.url);
    await migrate(database.url);
    await guard(oneLogin(database.url));
    owner = await MikroORM.init(ormConfig(database.url, { contextName: 'owner' }));
    await seedTest(owner, 'demo');
    const replica = new URL(cluster.replica.url);
    replica.pathname = new URL(database.url).pathname;
    standby = new MikroORM(
      ormConfig(replica.href, {
        ...noEntities(),
        contextName: 'standby',
        allowGlobalContext: true,
      }),
    );
    const environment = {
      DATABASE_URL: database.url,
      DATABASE_READ_URLS: replica.href,
      QADAM_DEMO: '1',
      READS_PER_MINUTE: '0',
      SESSION_SECRET: 'a secret that only these tests know',
    };
    first = await startProcess(environment);
    second = await startProcess(environment);
    proxy = await startCachingProxy([first.origin, second.origin]);
  }, 300_000);
  afterEach(async () => {
    cluster.thaw();
    cluster.replica.thaw();
    await standby.em.execute('select pg_wal_replay_resume()');
  });
  afterAll(async () => {
    await proxy.stop();
    await first.stop();
    await second.stop();
    await standby.close(true);
    await owner.close(true);
    await cluster.stop();
  });

  let asked = 0;
  /** Asks for the newest release, or for one by number. Every question is different, so that no cached answer is returned. */
  async function ask({ origin }: { origin: string }, release: string | null = null) {
    const query = `query ($release: ID) { scorecard(lang: en, release: $release) { release { number } } }`;
    const variables = { release, asked: (asked += 1) };
    const answer = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await answer.json()) as {
      data?: { scorecard: { release: { number: string } } | null };
      errors?: { extensions: { code: string } }[];
    };
    expect((errors ?? []).filter(({ extensions }) => extensions.code !== 'UNAVAILABLE')).toEqual(
      [],
    );
    return data?.scorecard?.release.number ?? null;
  }
  async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    for (let n = 0; n < TRIES; n += 1) {
      if (await isSo()) return;
      await wait(PAUSE_MS);
    }
    throw new Error(`It never happened: ${what}.`);
  }
  /** The primary is frozen while this asks, so that only a replica can answer. */
  async function untilReplicaAnswers(process: ServedProcess): Promise<void> {
    await until('the replica is read', async () => {
      await ask(process); // makes the process look for replicas, which it does once a second
      await wait(PAUSE_MS);
      cluster.freeze();
      const answer = await Promise.race([ask(process), wait(3000, null)]);
      cluster.thaw();
      return answer !== null;
    });
  }

  let cookie: string | undefined;
  async function atDesk<T>(query: string, variables: object = {}): Promise<T> {
    const post = (path: string, body: object, headers: Record<string, string>) =>
      fetch(`${first.origin}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    if (cookie === undefined) {
      const signedIn = await post(
        '/auth/sign-in',
        { email: OFFICER, password: PASSWORD },
        { 'x-qadam': '1' },
      );
      cookie = signedIn.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ');
    }
    const answer = await post('/work/graphql', { query, variables }, { cookie });
    return ((await answer.json()) as { data: T }).data;
  }
  /** Publishes through the first process, with a new figure. */
  async function publish(): Promise<string> {
    year += 1;
    const value = String(5000 + year);
    await reportFigures(owner.em.fork(), [{ indicator: 'A5.10', area: 'TJK', year, value }]);
    const { releasePreview } = await atDesk<{ releasePreview: { previewHash: string } }>(PREVIEW);
    const input = {
      ...{ asOfYear: 2025, annual: false, note: [{ lang: 'en', text: 'A release.' }] },
      previewHash: releasePreview.previewHash,
      idempotencyKey: `replicas-${String(year)}`,
    };
    const { publishRelease } = await atDesk<{
      publishRelease: { number: string | null; problems: object[] };
    }>(PUBLISH, { input });
    expect(publishRelease.problems).toEqual([]);
    return String(publishRelease.number);
  }

  it('read from the replica, also while the primary does not answer', async () => {
    await untilReplicaAnswers(first);
    await untilReplicaAnswers(second);
  }, 60_000);

  it('never show a replica that lags: whoever published, and whoever has seen the release', async () => {
    await untilReplicaAnswers(first);
    await untilReplicaAnswers(second);
    await standby.em.execute('select pg_wal_replay_pause()');
    const number = await publish();
    expect(await ask(first)).toBe(number);
    expect(await ask(second, number)).toBe(number);
    expect(await ask(second)).toBe(number);
    const file = await fetch(`${second.origin}/data/all.csv?release=${number}`);
    expect(await file.text()).toContain(String(5000 + year));
    for (let n = 0; n < 10; n += 1) {
      expect([await ask(first), await ask(second)]).toEqual([number, number]);
      await wait(PAUSE_MS);
    }
    await standby.em.execute('select pg_wal_replay_resume()');
    await untilReplicaAnswers(first);
    await untilReplicaAnswers(second);
    expect(await ask(second)).toBe(number);
  }, 120_000);

  it('pass over a replica that is away, and find it again', async () => {
    await untilReplicaAnswers(first);
    cluster.replica.freeze();
    await until('the primary answers instead', async () => {
      const answer = await Promise.race([ask(first), wait(2000, null)]);
      return answer !== null;
    });
    cluster.replica.thaw();
    await untilReplicaAnswers(first);
  }, 120_000);

  it('answer through a proxy that keeps what it may, and shows a release at the latest when that is old', async () => {
    const page = `${proxy.origin}/graphql?query=${encodeURIComponent('{ scorecard(lang: en) { release { number } } }')}`;
    const newest = async () => {
      const { data } = (await (await fetch(page)).json()) as {
        data: { scorecard: { release: { number: string } } };
      };
      return data.scorecard.release.number;
    };
    const before = await newest();
    const passed = proxy.passed();
    for (let n = 0; n < 50; n += 1) expect(await newest()).toBe(before);
    expect(proxy.passed()).toBe(passed);

    const number = await publish();
    await until('both processes know it', async () => (await ask(second)) === number);
    expect(await newest()).toBe(before);
    proxy.age();
    await newest(); // gets the old answer at once, and makes the proxy ask for a new one
    await until('it was asked for anew', async () => (await newest()) === number);

    const later = await publish();
    await until('both processes know it', async () => (await ask(second)) === later);
    proxy.purge();
    expect(await newest()).toBe(later);
  }, 120_000);
});
