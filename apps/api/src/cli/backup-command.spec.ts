import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { generateIdentity } from 'age-encryption';
import { oneLogin } from '../config/databases.ts';
import { readEnv } from '../config/env.ts';
import { migrate } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import { noEntities, ormConfig } from '../database/orm.config.ts';
import { schemaDifference } from '../database/schema-difference.ts';
import { startBareDatabase, type TestDatabase } from '../testing/database.ts';
import { deskRequests } from '../testing/desk-requests.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { backupCommand, backupKeyCommand, restoreCommand } from './backup-command.ts';
import { writeLines } from './backup-file.ts';

const printed: string[] = [];
let folder: string;
let databases: TestDatabase[];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'qadam-backup-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  databases = [];
  printed.length = 0;
  jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(async () => {
  jest.restoreAllMocks();
  for (const database of databases) await database.stop();
});

async function bare(): Promise<TestDatabase> {
  const database = await startBareDatabase();
  databases.push(database);
  return database;
}
async function execute<T extends object>(url: string, statement: string): Promise<T[]> {
  const orm = await MikroORM.init(ormConfig(url, { ...noEntities(), allowGlobalContext: true }));
  try {
    return await orm.em.execute<T[]>(statement);
  } finally {
    await orm.close(true);
  }
}
const inFolder = (name: string) => path.join(folder, name);
const backup = (url: string, ...args: string[]) =>
  backupCommand(() => Promise.resolve(oneLogin(url)), args);
const restore = (url: string, ...args: string[]) =>
  restoreCommand(() => Promise.resolve(oneLogin(url)), args, readEnv({}));

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
    file = inFolder('demonstration.backup');
    await test.cookie(REPORTER); // a session, which is not kept
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
  afterAll(() => test.stop());

  it('is one moment, which shows the same pages from another database, byte for byte, and goes on there', async () => {
    const { url } = await bare();
    await restore(url, file);
    expect(printed.at(-1)).toMatch(/is whole: \d{4,} rows of \d+ tables, \d+ releases\.$/);
    expect(printed).toContainEqual(expect.stringMatching(/releases are as they were written/));
    expect(await schemaDifference(url)).toBe('');
    expect(await execute(url, 'select 1 from work.session')).toEqual([]);

    const restored = await startTestApp({ database: { url, stop: () => Promise.resolve() } });
    try {
      const before = await pages(test);
      expect(before.page.errors).toBeUndefined();
      expect(await pages(restored)).toEqual(before);
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

describe('a backup', () => {
  let source: TestDatabase;
  let target: TestDatabase;
  let file: string;
  beforeAll(async () => {
    source = await startBareDatabase();
    target = await startBareDatabase();
    await migrate(source.url);
    await addArea(source.url, 'KAZ', 'Kazakhstan?');
    file = inFolder('small.backup');
    await backup(source.url, file);
  });
  afterAll(async () => {
    await source.stop();
    await target.stop();
  });

  const addArea = (url: string, code: string, name: string) =>
    execute(
      url,
      `insert into work.area (code, kind, time_zone, names, position) values ('${code}', 'COUNTRY', 'Asia/Almaty', '{"en": "${name}"}', 1)`,
    );
  const spoilt = () => inFolder('spoilt.backup');
  const changed = async (change: (text: string) => string) =>
    writeFile(spoilt(), gzipSync(change(gunzipSync(await readFile(file)).toString())));
  const half = async () => {
    const whole = await readFile(file);
    await writeFile(spoilt(), whole.subarray(0, whole.length / 2));
  };
  it.each([
    ['cut off', half, /unexpected end of file|not whole/],
    [
      'cut off after a line',
      () => changed((text) => text.replace(/\{"sha256.*\n/, '')),
      /not whole/,
    ],
    [
      'changed',
      () => changed((text) => text.replace('Kazakhstan?', 'Elsewhere')),
      /not whole, or was changed/,
    ],
    [
      'of a newer version',
      () => changed((text) => text.replace('"migrations":["', '"migrations":["migration-2099","')),
      /newer version/,
    ],
    ['something else', () => changed(() => 'indicator,area,value\n'), /not a backup of Qadam/],
    ['no gzip file', () => writeFile(spoilt(), 'indicator,area,value\n'), /not a backup of Qadam/],
    ['not there', () => rm(spoilt()), /cannot be read/],
  ])('that is %s is refused, and nothing stays of it', async (_what, spoil, words) => {
    await spoil();
    await expect(restore(target.url, spoilt())).rejects.toThrow(words);
    expect(
      await execute(
        target.url,
        `select 1 from pg_namespace where nspname in ('work', 'publication')`,
      ),
    ).toEqual([]);
  });

  it('that is whole is restored where others were refused', async () => {
    await restore(target.url, file);
    expect(await execute(target.url, 'select code, names from work.area')).toEqual([
      { code: 'KAZ', names: { en: 'Kazakhstan?' } },
    ]);
  });

  it('that was made before an update is restored and updated', async () => {
    const [older, newer] = [await bare(), await bare()];
    const orm = await MikroORM.init(ormConfig(older.url));
    await orm.migrator.up({ to: migrations[0]?.name ?? '' });
    await orm.close(true);
    await addArea(older.url, 'UZB', 'Uzbekistan');
    await backup(older.url, inFolder('older.backup'));
    expect(await execute(older.url, 'select name from public.mikro_orm_migrations')).toHaveLength(
      1,
    );
    await restore(newer.url, inFolder('older.backup'));
    expect(await schemaDifference(newer.url)).toBe('');
    expect(await execute(newer.url, 'select code from work.area')).toEqual([{ code: 'UZB' }]);
  });

  it('that cannot be made leaves no half file, and the last one as it is', async () => {
    const before = await readFile(file);
    const broken = (async function* () {
      yield 'first';
      await Promise.reject(new Error('the database is away'));
    })();
    await expect(writeLines(broken, file, undefined)).rejects.toThrow('away');
    expect(await readFile(file)).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
  });

  it('that is encrypted is read by who has the key, and by nobody else', async () => {
    await backupKeyCommand();
    const key = printed.at(-1) ?? '';
    const [secret, mine, other] = [
      inFolder('secret.backup'),
      inFolder('mine.key'),
      inFolder('other.key'),
    ] as const;
    await writeFile(mine, key);
    await writeFile(other, await generateIdentity());
    await backup(source.url, secret, '--recipient', /age1\w+/.exec(key)?.[0] ?? '');
    expect((await readFile(secret)).toString('latin1')).toMatch(/^age-encryption.org/);
    const { url } = await bare();
    await expect(restore(url, secret)).rejects.toThrow(/--identity/);
    await expect(restore(url, secret, '--identity', other)).rejects.toThrow(/another key/);
    await restore(url, secret, '--identity', mine);
    expect(await execute(url, 'select code from work.area')).toEqual([{ code: 'KAZ' }]);
  });

  it('is refused without a file, and for what is no key', async () => {
    await expect(backup(source.url)).rejects.toThrow(/needs one FILE/);
    await expect(backup(source.url, file, '--recipient', 'age1nobody')).rejects.toThrow(
      /public key/,
    );
  });
});
