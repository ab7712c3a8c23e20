import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { plantSentinels, SENTINEL } from '../testing/sentinels.ts';
import { oneLogin } from '../config/databases.ts';
import { startTestDatabase } from '../testing/database.ts';
import { guard } from './guard.ts';
import { untilUnlocked } from './locks.ts';
import { ormConfig } from './orm.config.ts';
import { PublicOrm } from './public-database.module.ts';
import { WORK_RIGHTS } from './rights.ts';
import { asNobody, asServer, standAs } from './standing.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  // a row of Kazakhstan in every working table
  await plantSentinels(test.em());
});
afterAll(() => test.stop());

/** Runs statements in one transaction of the product's own connections; answers with the rows of the last one. */
type Connection = (...statements: string[]) => Promise<Record<string, unknown>[]>;

const through =
  (pool: () => MikroORM): Connection =>
  (...statements) =>
    pool()
      .em.fork()
      .transactional(async (em) => {
        let rows: Record<string, unknown>[] = [];
        for (const statement of statements) rows = await em.execute(statement);
        return rows;
      });
const desks = through(() => test.app.get<unknown, MikroORM>(MikroORM));
const reader = through(() => test.app.get(PublicOrm, { strict: false }));
const nobody: Connection = (...statements) => asNobody(() => desks(...statements));
const server: Connection = (...statements) => asServer(() => desks(...statements));
const reporterOf =
  (area: string): Connection =>
  (...statements) =>
    asNobody(() => {
      standAs({ role: 'REPORTER', area, areas: null });
      return desks(...statements);
    });
const limitedTo =
  (...areas: string[]): Connection =>
  (...statements) =>
    asNobody(() => {
      standAs({ role: 'OFFICER', area: null, areas });
      return desks(...statements);
    });
const limited = limitedTo('KGZ', 'UZB');
const kaz = reporterOf('KAZ');
const kgz = reporterOf('KGZ');

const guarded = Object.entries(WORK_RIGHTS).flatMap(([table, { rows }]) =>
  'own' in rows ? [table] : [],
);
const readByReporters = guarded.filter(
  (table) => WORK_RIGHTS[table as keyof typeof WORK_RIGHTS].reporter !== null,
);
const contents = async (as: Connection, table: string): Promise<string[]> =>
  (await as(`select to_jsonb(t)::text as content from ${table} t`)).map(({ content }) =>
    String(content),
  );

describe('the rights of the database', () => {
  it('are those of the list, for each table, role and act', async () => {
    const given = await test.em().execute<{ table: string; role: string; rights: string }[]>(
      `select c.oid::regclass::text as "table", replace(a.grantee::regrole::text, current_database() || '_', '') as role,
         string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) as rights
       from pg_class c cross join aclexplode(c.relacl) a
       where c.relnamespace = 'work'::regnamespace and c.relkind = 'r' and a.grantee <> c.relowner group by 1, 2 order by 1, 2`,
    );
    const ofTables = (rights: string) => rights.split(', ').filter((one) => /^\w+$/.test(one));
    const listed = Object.entries(WORK_RIGHTS).flatMap(([table, { desk, reporter }]) =>
      Object.entries({ desk, limited_desk: desk, reporter }).flatMap(([role, rights]) => {
        const whole = ofTables((rights ?? '').replaceAll(/\w+ \([^)]*\)/g, ''));
        return whole.length === 0 ? [] : [{ table, role, rights: whole.sort().join(', ') }];
      }),
    );
    const inOrder = (rows: object[]) =>
      rows.map((row) => JSON.stringify(Object.values(row))).sort();
    expect(inOrder(given)).toEqual(inOrder(listed));
  });

  it('of single columns are those of the list too', async () => {
    const given = await test.em().execute<object[]>(
      `select c.oid::regclass::text as "table", replace(x.grantee::regrole::text, current_database() || '_', '') as role,
         lower(x.privilege_type) as act, string_agg(a.attname, ', ' order by a.attname) as columns
       from pg_attribute a join pg_class c on c.oid = a.attrelid cross join aclexplode(a.attacl) x
       where c.relnamespace in ('work'::regnamespace, 'publication'::regnamespace) group by 1, 2, 3 order by 1, 2, 3`,
    );
    const listed = Object.entries(WORK_RIGHTS).flatMap(([table, { desk, reporter }]) =>
      Object.entries({ desk, limited_desk: desk, reporter }).flatMap(([role, rights]) =>
        [...(rights ?? '').matchAll(/(\w+) \(([^)]*)\)/g)].map(([, act, columns = '']) => ({
          ...{ table, role, act, columns: columns.split(', ').sort().join(', ') },
        })),
      ),
    );
    const inOrder = (rows: object[]) =>
      rows.map((row) => JSON.stringify(Object.values(row))).sort();
    expect(inOrder(given)).toEqual(inOrder(listed));
  });

  it('reach every table of every role, and rows of a country are guarded where the list says so', async () => {
    const tables = await test.em().execute<{ table: string; guarded: boolean }[]>(
      `select oid::regclass::text as "table", relrowsecurity as guarded from pg_class
       where relnamespace = 'work'::regnamespace and relkind = 'r'`,
    );
    expect(tables.map(({ table }) => table).sort()).toEqual(Object.keys(WORK_RIGHTS).sort());
    const found = tables.flatMap(({ table, guarded }) => (guarded ? [table] : []));
    expect(found.sort()).toEqual([...guarded].sort());
  });
});

describe('the rights, while another process holds the tables', () => {
  const failure = (code: string) => Object.assign(new Error('failed'), { code });
  const loses = (...codes: string[]) => {
    const work = jest.fn(() => Promise.resolve());
    for (const code of codes) work.mockRejectedValueOnce(failure(code));
    return work;
  };

  it('are given as soon as it lets go of them', async () => {
    const work = loses('55P03', '40P01');
    await untilUnlocked(work, [0, 0]);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('stop the start where it does not, and where anything else is wrong', async () => {
    await expect(untilUnlocked(loses('55P03', '55P03'), [0])).rejects.toThrow('failed');
    const denied = loses('42501');
    await expect(untilUnlocked(denied, [0])).rejects.toThrow('failed');
    expect(denied).toHaveBeenCalledTimes(1);
  });
});

describe('the policies of rows', () => {
  it('are made again only where they are not as they were made last', async () => {
    const database = await startTestDatabase();
    const owner = await MikroORM.init(ormConfig(database.url, { contextName: 'policies' }));
    const policies = () =>
      owner.em
        .fork()
        .execute<{ oid: string; table: string }[]>(
          `select oid::text, polrelid::regclass::text as "table" from pg_policy where polname = 'own_country'`,
        );
    try {
      const before = (await policies()).map(({ oid }) => oid);
      expect(before).toHaveLength(guarded.length);
      for (const what of ['schema work', 'policy own_country on work.observation'])
        await owner.em.fork().execute(`comment on ${what} is 'of another version'`);
      await guard(oneLogin(database.url));
      const anew = (await policies()).filter(({ oid }) => !before.includes(oid));
      expect(anew.map(({ table }) => table)).toEqual(['work.observation']);
    } finally {
      await owner.close(true);
      await database.stop();
    }
  });
});

describe('a row of a country', () => {
  it.each(readByReporters)(
    'in %s is there for its reporters and for the server only',
    async (table) => {
      const all = await contents(server, table);
      expect(all).toEqual(
        await contents(
          () => test.em().execute(`select to_jsonb(t)::text as content from ${table} t`),
          table,
        ),
      );
      const own = await contents(kaz, table);
      expect(own.length).toBeGreaterThan(0);
      expect(await contents(nobody, table)).toEqual([]);
      const others = new Set(await contents(kgz, table));
      expect(own.filter((row) => others.has(row))).toEqual([]);
      expect([...others].join()).not.toContain(SENTINEL);
    },
  );

  it.each(guarded)(
    'in %s is there for an officer limited to its country, and to no other',
    async (table) => {
      const all = await contents(server, table);
      const of = readByReporters.includes(table) ? reporterOf : limitedTo;
      const elsewhere = new Set([
        ...(await contents(of('KAZ'), table)),
        ...(await contents(of('TJK'), table)),
        ...(await contents(of('CA4'), table)),
      ]);
      expect((await contents(limited, table)).sort()).toEqual(
        all.filter((row) => !elsewhere.has(row)).sort(),
      );
      expect(await contents(limitedTo('UZB', 'KAZ'), table)).toEqual(
        expect.arrayContaining(await contents(of('KAZ'), table)),
      );
    },
  );

  const OBSERVATION = (area: string) =>
    `insert into work.observation (id, indicator, area, year, sex, age, urbanisation, region, breakdown, state, current_revision)
     values (gen_random_uuid(), 'A5.8', '${area}', 1999, '_T', '_T', '_T', '_T', '_T', 'DRAFT', gen_random_uuid())`;
  const REFUSED = 'new row violates row-level security policy';

  it('is written for the own country only', async () => {
    await expect(kgz(OBSERVATION('KAZ'))).rejects.toThrow(REFUSED);
    await expect(nobody(OBSERVATION('KAZ'))).rejects.toThrow(REFUSED);
    const nudge = (area: string) =>
      `insert into work.nudge (id, area, cycle, officer, nudged_at) select gen_random_uuid(), '${area}', 2025, id, now() from work.user_account where role = 'OFFICER' limit 1`;
    await expect(limited(nudge('KAZ'))).rejects.toThrow(REFUSED);
    await limited(nudge('UZB'));
    const agreement = `insert into work.agreement (id, organisation, area, signed_on, document, recorded_by)
      select gen_random_uuid(), o.id, 'KAZ', now(), gen_random_uuid(), u.id from work.organisation o, work.user_account u limit 1`;
    await expect(limited(agreement)).rejects.toThrow(REFUSED);
  });

  it('is changed and taken away by nobody else, who does not even meet it', async () => {
    const changed = await kgz(
      `update work.observation set state = 'APPROVED' where area = 'KAZ' returning id`,
    );
    expect(changed).toEqual([]);
    for (const change of ['observation set version = 9', `agreement set ended_reason = 'Over'`])
      expect(await limited(`update work.${change} where area = 'KAZ' returning id`)).toEqual([]);
    await expect(
      kaz(`update work.observation set area = 'KGZ' where area = 'KAZ'`),
    ).rejects.toThrow(REFUSED);
  });

  it('gets no value from another country, and from officers and the server one of another source only', async () => {
    const [row] = await test
      .em()
      .execute<{ observation: string; author: string }[]>(
        `select o.id as observation, u.id as author from work.observation o, work.user_account u where o.area = 'KAZ' limit 1`,
      );
    const revision = (as: Connection, via: string, author: string, area = `'KAZ'`) =>
      as(`insert into work.revision (id, observation, area, number, value, obs_status, via, author)
          values (gen_random_uuid(), '${String(row?.observation)}', ${area}, ${String((number += 1))}, 1, 'A', '${via}', ${author})`);
    let number = 90;
    const author = `'${String(row?.author)}'`;
    await expect(revision(kgz, 'ENTRY', author)).rejects.toThrow(REFUSED);
    await expect(revision(server, 'ENTRY', author)).rejects.toThrow(REFUSED);
    await expect(revision(server, 'IMPORT', author)).rejects.toThrow(REFUSED);
    await revision(server, 'SOURCE_IMPORT', 'null');
    await revision(kaz, 'ENTRY', author);
    // A revision has the area of its observation and no other, even if a server of the previous version names none.
    const stray = 'refers to an observation that is not there, or has another area';
    for (const as of [server, limited])
      await expect(revision(as, 'SOURCE_IMPORT', 'null', `'KGZ'`)).rejects.toThrow(stray);
    await expect(revision(kaz, 'SOURCE_IMPORT', 'null', `'KGZ'`)).rejects.toThrow(REFUSED);
    await expect(revision(kgz, 'ENTRY', author, `'KGZ'`)).rejects.toThrow(stray);
    await expect(revision(kgz, 'ENTRY', author, 'null')).rejects.toThrow(REFUSED);
    const read = () => kaz(`select from work.revision where number >= 90 and area = 'KAZ'`);
    const before = (await read()).length;
    await revision(kaz, 'ENTRY', author, 'null');
    expect(await read()).toHaveLength(before + 1);
  });
});

describe('what the product never does is refused to its connections', () => {
  const DENIED = /permission denied|must be owner|must be superuser|read-only transaction/;
  const ofDesks = { nobody, 'a reporter': kaz, 'a limited officer': limited, 'the server': server };
  const all = { 'a reader': reader, ...ofDesks };

  const nobodyMay = [
    'create table publication.mine (id int)',
    'create table public.mine (id int)',
    'create schema mine',
    `create function publication.mine() returns int language sql as 'select 1'`,
    'create role mine',
    'drop trigger value_is_immutable on publication.value',
    'alter table publication.value disable trigger all',
    'truncate publication.value cascade',
    'delete from publication.value',
    'update publication.release set content_hash = number',
    'set session_replication_role = replica',
    `copy publication.value to program 'cat'`,
    `select pg_read_file('PG_VERSION')`,
    'alter table publication.value owner to current_user',
  ];
  it.each(
    Object.entries(all).flatMap(([who, as]) => nobodyMay.map((what) => [who, what, as] as const)),
  )('%s: %s', async (_who, what, as) => {
    await expect(as(what)).rejects.toThrow(DENIED);
  });

  const noDeskMay = [
    `update work.audit_event set subject = 'x'`,
    'delete from work.audit_event',
    'truncate work.audit_event',
    'drop trigger audit_event_is_append_only on work.audit_event',
    'alter table work.audit_event disable trigger user',
    'alter table work.observation disable row level security',
    'drop policy own_country on work.observation',
    'alter function work.refuse_change() rename to changed',
    `create or replace function work.refuse_change() returns trigger language plpgsql as 'begin return null; end'`,
    'create temp table mine (id int); create trigger mine before insert on work.revision for each row execute function work.refuse_change()',
    `update work.revision set value = 1`,
    'delete from work.revision',
    'delete from work.observation',
  ];
  it.each(
    Object.entries(ofDesks).flatMap(([who, as]) =>
      noDeskMay.map((what) => [who, what, as] as const),
    ),
  )('%s: %s', async (_who, what, as) => {
    await expect(as(what)).rejects.toThrow(DENIED);
  });

  it('a reader meets no working table, whatever it is asked with', async () => {
    for (const table of Object.keys(WORK_RIGHTS))
      await expect(reader(`select from ${table}`)).rejects.toThrow(
        'permission denied for schema work',
      );
    await expect(
      reader(`select query_to_xml('select * from work.revision', true, true, '')`),
    ).rejects.toThrow('permission denied for schema work');
    await expect(reader(`select publication.withdraw(gen_random_uuid())`)).rejects.toThrow(DENIED);
  });

  it('a reporter reads neither true counts of releases nor values in the audit trail, and gives nobody a role', async () => {
    await expect(kaz('select from work.released_count')).rejects.toThrow(DENIED);
    await expect(kaz('select before, after from work.audit_event')).rejects.toThrow(DENIED);
    await expect(kaz(`update work.user_account set role = 'ADMIN'`)).rejects.toThrow(DENIED);
    await expect(kaz(`update work.user_account set area = 'KGZ'`)).rejects.toThrow(DENIED);
  });
});

describe('who a connection is', () => {
  const WHO = `select replace(current_user, current_database() || '_', '') as role, current_setting('qadam.area', true) as area`;

  it('is settled anew for each use of it, also where a transaction failed', async () => {
    const asked = [
      [kaz, { role: 'reporter', area: 'KAZ' }],
      [server, { role: 'desk', area: '' }],
      [kgz, { role: 'reporter', area: 'KGZ' }],
      [limited, { role: 'limited_desk', area: 'KGZ UZB' }],
      [nobody, { role: 'reporter', area: '' }],
      [reader, { role: 'public', area: '' }],
    ] as const;
    const seen = Array.from({ length: 40 }, async (_, n) => {
      const [as, who] = asked[n % asked.length] ?? asked[0];
      await as('select 1 / 0').catch(() => undefined);
      expect(await as(WHO)).toEqual([who]);
    });
    await Promise.all(seen);
  });

  // on PostgreSQL with separate logins see logins.spec.ts
  const onEmbedded = process.env['DATABASE_URL'] === undefined ? it : it.skip;
  onEmbedded('is changed by no expression in a statement', async () => {
    for (const as of [reader, nobody, kaz])
      for (const [name, value] of [
        ['role', 'none'],
        ['role', 'postgres_desk'],
        ['qadam.area', 'KGZ'],
      ])
        await expect(
          as(`select set_config('${String(name)}', '${String(value)}', true)`),
        ).rejects.toThrow('permission denied for function set_config');
  });

  const manyAreas = (count: number) =>
    Array.from({ length: count }, (_, n) => `A${String(n).padStart(3, '0')}`);

  it('is a limited officer whatever number of countries that is', async () => {
    const areas = manyAreas(300);
    expect(await limitedTo(...areas)(WHO)).toEqual([
      { role: 'limited_desk', area: areas.join(' ') },
    ]);
  });

  onEmbedded('is never the owner where it is not understood', async () => {
    await expect(limitedTo(...manyAreas(3000))(WHO)).rejects.toThrow('cannot be read');
    expect(await limited(WHO)).toEqual([{ role: 'limited_desk', area: 'KGZ UZB' }]);
  });

  it('outside of a request and a job is nobody, who has no country', async () => {
    expect(await desks(WHO)).toEqual([{ role: 'reporter', area: '' }]);
    expect(await desks('select from work.observation')).toEqual([]);
  });

  it('follows from the role of whoever asks', async () => {
    const rolesOf = async (role: Parameters<typeof standAs>[0]['role'], area: string | null) =>
      asNobody(() => {
        standAs({ role, area, areas: null });
        return desks(WHO);
      });
    expect(await rolesOf('OFFICER', null)).toEqual([{ role: 'desk', area: '' }]);
    expect(await rolesOf('ADMIN', null)).toEqual([{ role: 'desk', area: '' }]);
    expect(await rolesOf('AUDITOR', null)).toEqual([{ role: 'desk', area: '' }]);
    expect(await rolesOf('DONOR', 'KAZ')).toEqual([{ role: 'reporter', area: '' }]);
    expect(await rolesOf('REPORTER', null)).toEqual([{ role: 'reporter', area: '' }]);
  });
});
