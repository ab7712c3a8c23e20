import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { readEnv } from '../config/env.ts';
import { migrations } from '../database/migrations/index.ts';
import { ormConfig } from '../database/orm.config.ts';
import { schemaDifference } from '../database/schema-difference.ts';
import { startBareDatabase, type TestDatabase } from '../testing/database.ts';
import { deskRequests } from '../testing/desk-requests.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { inWork } from '../testing/reporting-fixture.ts';
import { query } from '../database/query.fixture.ts';
import { addArea, backup, commandsOfBackups, restore } from './backup.fixture.ts';
import { restoreCommand } from './backup-command.ts';

const { printed, inFolder } = commandsOfBackups();

describe('a backup of the demonstration, made while a reporter saves', () => {
  const FILES = [
    '/data/all.json',
    '/data/all.csv?lang=kk',
    '/iati/activities.xml',
    '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/*?format=csv',
  ];
  const PAGE = `{ country(iso3: "KGZ", lang: ru) { actions { action { code } } } }`;
  const REPORTER = 'reporter.kgz@demo.example';
  let test: TestApp;
  let target: TestDatabase;
  let file: string;
  let saved = 0;
  const pages = async (app: TestApp) => ({
    files: await Promise.all(FILES.map(async (url) => (await app.http(url)).rawPayload.toString())),
    page: await app.publicQuery(PAGE),
  });
  const save = (app: TestApp, version: number) =>
    deskRequests(app).save(REPORTER, 'A5.8', '7', {
      expectedVersion: version,
      comment: `save ${String(version)}`,
    });

  beforeAll(async () => {
    test = await startTestApp({ seed: 'demo' });
    target = await startBareDatabase();
    file = inFolder('demonstration.backup');
    await test.cookie(REPORTER); // makes a session, which must not be in the backup
    const backed = backup(String(test.orm.config.get('clientUrl')), file);
    const going = new AbortController();
    void backed.finally(() => {
      going.abort();
    });
    while (!going.signal.aborted && saved < 200) {
      const { problems } = await save(test, saved);
      if (problems.length > 0) throw new Error(JSON.stringify(problems));
      saved += 1;
    }
    await backed;
  }, 120_000);
  afterAll(async () => {
    await test.stop();
    await target.stop();
  });

  it('is one moment, which shows the same pages from another database, byte for byte, and goes on there', async () => {
    const { url } = target;
    await restore(url, file);
    expect(printed.at(-1)).toMatch(/is whole: \d{4,} rows of \d+ tables, \d+ releases\.$/);
    expect(printed).toContainEqual(expect.stringMatching(/releases are as they were written/));
    expect(await schemaDifference(url)).toBe('');
    expect(await query(url, 'select 1 from work.session')).toEqual([]);

    const restored = await startTestApp({ database: { url, stop: () => Promise.resolve() } });
    try {
      const before = await pages(test);
      expect(before.page.errors).toBeUndefined();
      expect(await pages(restored)).toEqual(before);
      // the triggers have made the list of values in work, which is not in the file
      const listed = await inWork(restored.em());
      expect(listed.values).toBeGreaterThan(0);
      expect(listed.wrong).toBe(0);
      const [stored] = await restored
        .em()
        .execute<{ version: number }[]>(
          `select version from work.observation where indicator = 'A5.8' and area = 'KGZ' and year = 2025`,
        );
      const version = stored?.version ?? 0;
      expect(version).toBeLessThanOrEqual(saved);
      expect((await save(restored, version)).problems).toEqual([]);
    } finally {
      await restored.stop();
    }
  });

  it('leaves an event in the audit trail, which the page of system health shows', async () => {
    const { data } = await test.work('admin@demo.example', '{ systemHealth { backedUpAt } }');
    expect(Date.now() - Date.parse(data.systemHealth.backedUpAt)).toBeLessThan(600_000);
  });

  it('is checked in memory, or on the server, without touching the database that the variables name', async () => {
    const untouched = () => Promise.reject(new Error('not to be opened'));
    const { database } = readEnv(process.env);
    const server = database === null ? [] : [{ DATABASE_URL: database.owner, QADAM_DEMO: '1' }];
    for (const variables of [{}, ...server]) {
      printed.length = 0;
      await restoreCommand(untouched, [file, '--check'], readEnv(variables));
      expect(printed.at(-1)).toMatch(/is whole/);
    }
  });

  it('is not put over a database that is in use', async () => {
    const url = String(test.orm.config.get('clientUrl'));
    await expect(restore(url, file)).rejects.toThrow(/in use/);
    expect((await pages(test)).page.errors).toBeUndefined();
  });
});

it('a backup that was made before an update is restored and updated', async () => {
  const [older, newer] = [await startBareDatabase(), await startBareDatabase()];
  const orm = await MikroORM.init(ormConfig(older.url));
  await orm.migrator.up({ to: migrations[0]?.name ?? '' });
  await orm.close(true);
  await addArea(older.url, 'UZB', 'Uzbekistan');
  await backup(older.url, inFolder('older.backup'));
  expect(await query(older.url, 'select name from public.mikro_orm_migrations')).toHaveLength(1);
  await restore(newer.url, inFolder('older.backup'));
  expect(await schemaDifference(newer.url)).toBe('');
  expect(await query(newer.url, 'select code from work.area')).toEqual([{ code: 'UZB' }]);
  await older.stop();
  await newer.stop();
});
