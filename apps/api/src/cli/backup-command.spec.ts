import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateIdentity } from 'age-encryption';
import { migrate } from '../database/migrate.ts';
import { startBareDatabase, type TestDatabase } from '../testing/database.ts';
import { query } from '../database/query.fixture.ts';
import { addArea, backup, commandsOfBackups, restore } from './backup.fixture.ts';
import { backupKeyCommand } from './backup-command.ts';
import { writeLines } from './backup-file.ts';

const { printed, inFolder } = commandsOfBackups();

const PUBLISHED_VALUE = `
  insert into work.indicator (code, kind, scope, unit, unit_text, decimals, direction, value_type, regional_method, sensitive, whole, name, definition, sheet, position)
    values ('A', 'NUMERIC', 'COUNTRY', 'COUNT', '{}', 0, 'INCREASE', 'STOCK', 'SUM', false, true, '{}', '{}', '{}', 1);
  with cell as (
    insert into work.observation (id, indicator, area, year, state, current_revision, published_revision)
      select gen_random_uuid(), 'A', 'KAZ', 2020, 'PUBLISHED', r, r from gen_random_uuid() r returning id, area, current_revision
  )
  insert into work.revision (id, observation, area, number, value, obs_status, via)
    select current_revision, id, area, 1, 7, 'A', 'SOURCE_IMPORT' from cell`;

const TO_BE_TRIED_AGAIN = `
  with person as (
    insert into work.user_account (id, email, name, role) values (gen_random_uuid(), 'a@example.org', 'A', 'ADMIN') returning id
  ), webhook as (
    insert into work.webhook (id, area, url, events, sealed_secret, created_by)
      select gen_random_uuid(), 'KAZ', 'https://example.org', '{RELEASED}', '', id from person returning id
  ), delivery as (
    insert into work.webhook_delivery (id, webhook, event, subject, body, state, error, status)
      select gen_random_uuid(), id, 'RELEASED', '1', '{}', 'RETRY', 'NOT_TAKEN', 500 from webhook
  )
  insert into work.notification (id, key, kind, recipient, language, subject, text, html, state, error, job, created_at, changed_at)
    select gen_random_uuid(), 'k', 'DIGEST', id, 'en', '', '', '', 'RETRY', 'E', gen_random_uuid(), now(), now() from person`;

describe('a backup', () => {
  let source: TestDatabase;
  let target: TestDatabase;
  let file: string;
  beforeAll(async () => {
    source = await startBareDatabase();
    target = await startBareDatabase();
    await migrate(source.url);
    await addArea(source.url, 'KAZ', 'Kazakhstan?');
    await query(source.url, PUBLISHED_VALUE);
    file = inFolder('small.backup');
    await backup(source.url, file);
  });
  afterAll(async () => {
    await source.stop();
    await target.stop();
  });

  /** A new empty database, without what was restored before. */
  const emptied = async () => {
    await target.stop();
    target = await startBareDatabase();
    return target.url;
  };
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
      await query(
        target.url,
        `select 1 from pg_namespace where nspname in ('work', 'publication')`,
      ),
    ).toEqual([]);
  });

  it('that is whole is restored where others were refused', async () => {
    await restore(target.url, file);
    expect(await query(target.url, 'select code, names from work.area')).toEqual([
      { code: 'KAZ', names: { en: 'Kazakhstan?' } },
    ]);
    const published = `select o.year, r.value::int from work.observation o join work.revision r on r.id = o.published_revision`;
    expect(await query(target.url, published)).toEqual([{ year: 2020, value: 7 }]);
  });

  it('is not put over a database that is in use', async () => {
    await expect(restore(source.url, file)).rejects.toThrow(/in use/);
    expect(await query(source.url, 'select code from work.area')).toEqual([{ code: 'KAZ' }]);
  });

  it('is restored where an interrupted restore left tables, but not beside the tables of others', async () => {
    const url = await emptied();
    await migrate(url);
    await restore(url, file);
    expect(await query(url, 'select code from work.area')).toEqual([{ code: 'KAZ' }]);
    for (const others of [
      `create table public.mikro_orm_migrations (id serial, name text);
       insert into public.mikro_orm_migrations (name) values ('of another program')`,
      'create schema work',
    ]) {
      const foreign = await emptied();
      await query(foreign, others);
      await expect(restore(foreign, file)).rejects.toThrow(/in use/);
    }
  });

  it('makes anew the jobs of mails and messages that were to be tried again', async () => {
    const [retried] = await query(source.url, `${TO_BE_TRIED_AGAIN} returning job`);
    await backup(source.url, inFolder('retried.backup'));
    const url = await emptied();
    await restore(url, inFolder('retried.backup'));
    const [mail] = await query(url, 'select state, error, job from work.notification');
    expect(mail).toEqual({ state: 'WAITING', error: null, job: expect.any(String) });
    expect(mail).not.toMatchObject({ job: (retried as { job: string }).job });
    expect(await query(url, 'select state, error, status from work.webhook_delivery')).toEqual([
      { state: 'WAITING', error: null, status: null },
    ]);
  });

  it('that cannot be made leaves no half file, and the last one as it is', async () => {
    const before = await readFile(file);
    const broken = (async function* () {
      yield 'first';
      await Promise.reject(new Error('the database is away'));
    })();
    await expect(writeLines(broken, file, undefined)).rejects.toThrow('away');
    expect(await readFile(file)).toEqual(before);
    expect((await readdir(inFolder('.'))).filter((name) => name.endsWith('.unfinished'))).toEqual(
      [],
    );
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
    const url = await emptied();
    await expect(restore(url, secret)).rejects.toThrow(/--identity/);
    await expect(restore(url, secret, '--identity', other)).rejects.toThrow(/another key/);
    await restore(url, secret, '--identity', mine);
    expect(await query(url, 'select code from work.area')).toEqual([{ code: 'KAZ' }]);
  });

  it('is refused without a file, and for what is no key', async () => {
    await expect(backup(source.url)).rejects.toThrow(/needs one FILE/);
    await expect(backup(source.url, file, '--recipient', 'age1nobody')).rejects.toThrow(
      /public key/,
    );
  });
});
