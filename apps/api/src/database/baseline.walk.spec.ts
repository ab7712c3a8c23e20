import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startBareDatabase, type TestDatabase } from '../testing/database.ts';
import { startEmbeddedDatabase } from './embedded.ts';
import { query } from './query.fixture.ts';
import { MADE_BEFORE_THE_BASELINE, migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { schemaDifference } from './schema-difference.ts';

/** The schema of version 0.5 after its 32 migrations. */
const VERSION_0_5 = gunzipSync(
  readFileSync(path.join(import.meta.dirname, 'migrations/before-baseline.fixture.sql.gz')),
).toString();

/** Three releases: the second changes nothing, the third revises one figure and adds another. */
const RELEASED_BEFORE = `
  insert into publication.release (sequence, number, as_of_year, note, annual, method_version, content_hash, audit_head)
    select n, '2026.' || n, 2025, '{}', false, '1', '', '' from generate_series(1, 3) n;
  insert into publication.value (indicator, area, year, sex, age, urbanisation, region, breakdown, value, obs_status, from_release, until_release)
    select 'A', 'KAZ', year, '_T', '_T', '_T', '_T', '_T', began, 'A', began, ended
      from (values (2020, 1, 3), (2020, 3, null), (2021, 3, null)) as v(year, began, ended)`;

const TALLY =
  'select from_release, until_release, rows, figures, came, changed from publication.tally order by 1';
/** What those releases have counted. */
const TALLIED = [
  { from_release: 1, until_release: 3, rows: 1, figures: 1, came: 1, changed: 0 },
  { from_release: 3, until_release: null, rows: 2, figures: 2, came: 1, changed: 1 },
];

/** A value of Kazakhstan that was saved twice. */
const REPORTED_BEFORE = `
  insert into work.area (code, kind, time_zone, names, position) values ('KAZ', 'COUNTRY', 'Asia/Almaty', '{}', 1);
  insert into work.indicator (code, kind, scope, unit, unit_text, decimals, direction, value_type, regional_method, sensitive, whole, name, definition, sheet, position)
    values ('A', 'NUMERIC', 'COUNTRY', 'COUNT', '{}', 0, 'INCREASE', 'STOCK', 'SUM', false, true, '{}', '{}', '{}', 1);
  with cell as (
    insert into work.observation (id, indicator, area, year, state, version, current_revision)
      values (gen_random_uuid(), 'A', 'KAZ', 2020, 'DRAFT', 2, gen_random_uuid()) returning id, current_revision
  )
  insert into work.revision (id, observation, number, value, obs_status, via)
    select case number when 2 then current_revision else gen_random_uuid() end, id, number, number, 'A', 'SOURCE_IMPORT'
      from cell, generate_series(1, 2) number`;

/** What an officer recorded beside that value, and what version 0.5 kept when an officer chose another source: as if the officer had recorded it. */
const REPLACED_BEFORE = `
  insert into work.source (id, title, publisher, licence, kind) values ('s', '', '', '', 'OFFICIAL');
  insert into work.user_account (id, email, name, role) values (gen_random_uuid(), 'officer@example.org', 'Officer', 'OFFICER');
  insert into work.alternative (indicator, area, year, source, value, note, chosen, recorded_by, recorded_at)
    select 'A', 'KAZ', 2020, 's', value, note::jsonb, '{}', id, now() from work.user_account,
      (values (1, '{"en": "As reported by the country.", "ru": "По отчёту страны."}'), (3, '{"en": "As reported by the country."}')) as a(value, note)`;

/** A column that statements of an earlier version may name; `optional`: an insert may leave it out. */
interface Column {
  of: string;
  name: string;
  type: string;
  optional: boolean;
}
const COLUMNS = `select table_schema || '.' || table_name as of, table_schema || '.' || table_name || '.' || column_name as name,
    udt_name as type, is_nullable = 'YES' or column_default is not null or is_generated = 'ALWAYS' or is_identity = 'YES' as optional
  from information_schema.columns where table_schema in ('work', 'publication')`;

// PGlite, which `npm start` uses, is another build of PostgreSQL, with one session for all connections
describe.each([
  ['on the server', startBareDatabase],
  ['embedded', () => startEmbeddedDatabase({ onCrash: () => undefined })],
] as const)('the tables, %s,', (_where, start) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await start();
  });
  afterEach(() => database.stop());

  const execute = <T extends object[]>(sql: string) => query<T>(database.url, sql);
  const applied = () => execute<{ name: string }[]>('select name from public.mikro_orm_migrations');

  it('of version 0.5 keep every column, and ask for nothing that its code does not write', async () => {
    await execute(VERSION_0_5);
    const columns = () => execute<Column[]>(COLUMNS);
    const before = await columns();
    await migrate(database.url);
    const after = new Map((await columns()).map((column) => [column.name, column]));
    const tables = new Set(before.map(({ of }) => of));
    const known = new Set(before.map(({ name }) => name));
    expect(before.filter(({ name, type }) => after.get(name)?.type !== type)).toEqual([]);
    const written = [...after.values()].filter(({ of }) => tables.has(of));
    const wanting = written.filter(({ name, optional }) => !optional && !known.has(name));
    const stricter = before.filter(({ name, optional }) => optional && !after.get(name)?.optional);
    expect([...wanting, ...stricter]).toEqual([]);
  });

  it('of version 0.5 become the same, and keep their rows', async () => {
    for (const sql of [VERSION_0_5, REPORTED_BEFORE, RELEASED_BEFORE]) await execute(sql);
    await migrate(database.url);
    expect(await schemaDifference(database.url)).toBe('');
    expect(await applied()).toEqual(migrations.map(({ name }) => ({ name })));
    const areas = await execute('select code from work.area');
    expect(areas).toEqual([{ code: 'KAZ' }]);
    const listed = `select l.area from work.value_in_work l join work.observation o on o.id = l.observation`;
    expect(await execute(listed)).toEqual([{ area: 'KAZ' }]);
    const revisions = await execute('select number, area from work.revision order by number');
    expect(revisions).toEqual([
      { number: 1, area: 'KAZ' },
      { number: 2, area: 'KAZ' },
    ]);
    expect(await execute(TALLY)).toEqual(TALLIED);
  });

  it('of version 0.5 keep a replaced value as what nobody has recorded', async () => {
    for (const sql of [VERSION_0_5, REPORTED_BEFORE, REPLACED_BEFORE]) await execute(sql);
    await migrate(database.url);
    const kept = await execute(
      'select value::int, recorded_by is null as reported from work.alternative order by 1',
    );
    expect(kept).toEqual([
      { value: 1, reported: true },
      { value: 3, reported: false },
    ]);
  });

  it('of a version that did not count what a release changed are counted', async () => {
    for (const sql of [VERSION_0_5, RELEASED_BEFORE]) await execute(sql);
    await migrate(database.url);
    await execute(`alter table publication.tally drop column came, drop column changed;
      drop function publication.count_changes();
      delete from public.mikro_orm_migrations where name like 'migration-20261222%'`);
    await migrate(database.url);
    expect(await schemaDifference(database.url)).toBe('');
    expect(await execute(TALLY)).toEqual(TALLIED);
  });

  it('of an earlier database are refused with a sentence that says what to do, and stay as they are', async () => {
    await execute(VERSION_0_5);
    await execute(`delete from public.mikro_orm_migrations where name >= 'migration-20261129'`);
    const before = await applied();
    await expect(migrate(database.url)).rejects.toThrow(MADE_BEFORE_THE_BASELINE);
    expect(await applied()).toEqual(before);
  });
});
