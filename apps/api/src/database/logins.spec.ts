import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { oneLogin } from '../config/databases.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { guard } from './guard.ts';
import { migrate } from './migrate.ts';
import { DESKS_SESSION, ormConfig, PUBLIC_SESSION, SESSION, type Session } from './orm.config.ts';
import { createDatabase, dropDatabase } from './server.ts';
import { asServer } from './standing.ts';

// not on the embedded database, which has one login for everybody
const server = process.env['DATABASE_URL'];
const PAGE = readFileSync(path.join(import.meta.dirname, '../../../../docs/operations.md'), 'utf8');
const LOGINS = { qadam_owner: 'owner', qadam_work: 'desks', qadam_site: 'readers' } as const;
const onServer = server === undefined ? describe.skip : describe;

onServer('logins of PostgreSQL', () => {
  let database: TestDatabase;
  let name: string;
  beforeEach(async () => {
    database = await createTestDatabase(String(server));
    name = new URL(database.url).pathname.slice(1);
  });
  afterEach(async () => {
    await database.stop();
    for (const login of ['owner', 'desks', 'readers'])
      await execute(String(server), `drop role if exists ${name}_${login}_login`);
  });

  const as = (login: string) => {
    const url = new URL(database.url);
    url.username = `${name}_${login}_login`;
    return url.href;
  };
  /** The statement of docs/operations.md that makes a login, with a name of this database and without a password. */
  const login = (role: keyof typeof LOGINS) => {
    const rights = new RegExp(`create role ${role} (.*) password`).exec(PAGE)?.[1];
    return `create role ${name}_${LOGINS[role]}_login ${String(rights)}`;
  };
  async function execute(url: string, statement: string, session: Session = SESSION) {
    const orm = await MikroORM.init(
      ormConfig(url, { contextName: url, pool: { min: 0, max: 1 } }, session),
    );
    try {
      return await asServer(() => orm.em.fork().execute<object[]>(statement));
    } finally {
      await orm.close(true);
    }
  }

  it('that own a database and may not make roles say what an administrator is to run', async () => {
    await execute(
      database.url,
      `create role ${name}_owner_login login; alter database ${name} owner to ${name}_owner_login`,
    );
    await migrate(as('owner'));
    const refused = await guard(oneLogin(as('owner'))).catch((error: unknown) => String(error));
    expect(refused).toContain('Let an administrator of PostgreSQL run this once:\n');
    expect(refused).toContain(`create role "${name}_reporter" nologin;`);
    const [, statements = ''] = String(refused).split('once:\n');
    await execute(database.url, statements);
    await guard(oneLogin(as('owner')));
    await guard(oneLogin(as('owner')));
  });

  it('give desks and reporters the right to temporary tables, or say who is to', async () => {
    await execute(
      database.url,
      `create role ${name}_owner_login login createrole; alter database ${name} owner to ${name}_owner_login;
       revoke temporary on database ${name} from public`,
    );
    await migrate(as('owner'));
    const roles = ['desk', 'limited_desk', 'reporter', 'public'].map((role) => `${name}_${role}`);
    const allowed = () =>
      execute(
        database.url,
        `select ${roles.map((role) => `has_database_privilege('${role}', current_database(), 'TEMPORARY') as ${role.replace(`${name}_`, '')}`).join(', ')}`,
      );
    await guard(oneLogin(as('owner')));
    const given = [{ desk: true, limited_desk: true, reporter: true, public: false }];
    expect(await allowed()).toEqual(given);
    // Rights of tables are unchanged, but now the login that guards no longer owns the database.
    await execute(
      database.url,
      `alter database ${name} owner to current_user; revoke temporary on database ${name} from ${roles.join(', ')}`,
    );
    const refused = await guard(oneLogin(as('owner'))).catch((error: unknown) => String(error));
    expect(refused).toContain('Let an administrator of PostgreSQL run this once:\n');
    const [, statements = ''] = String(refused).split('once:\n');
    await execute(database.url, statements);
    await guard(oneLogin(as('owner')));
    expect(await allowed()).toEqual(given);
  });

  it('that own a database as the page says can make another one, to check a backup in', async () => {
    await execute(
      database.url,
      `${login('qadam_owner')}; alter database ${name} owner to ${name}_owner_login`,
    );
    await createDatabase(as('owner'), `${name}_check`);
    const check = new URL(as('owner'));
    check.pathname = `${name}_check`;
    try {
      await migrate(check.href);
    } finally {
      await dropDatabase(as('owner'), `${name}_check`);
    }
  });

  it('of their own keep desks and readers in their roles, whatever a statement says', async () => {
    await execute(
      database.url,
      `${login('qadam_owner')}; alter database ${name} owner to ${name}_owner_login;
       ${login('qadam_work')}; ${login('qadam_site')}`,
    );
    await migrate(as('owner'));
    await guard({ ...oneLogin(as('owner')), desks: as('desks'), readers: as('readers') });
    const readers = (statement: string) => execute(as('readers'), statement, PUBLIC_SESSION);
    const desks = (statement: string) => execute(as('desks'), statement, DESKS_SESSION);
    expect(await readers('select count(*)::int as n from publication.release')).toEqual([{ n: 0 }]);
    expect(await desks('select count(*)::int as n from work.revision')).toEqual([{ n: 0 }]);
    for (const other of [`${name}_desk`, `${name}_reporter`, `${name}_owner_login`, 'postgres'])
      await expect(readers(`select set_config('role', '${other}', true)`)).rejects.toThrow(
        'permission denied to set role',
      );
    await expect(readers('set role none; select from work.revision')).rejects.toThrow(
      'permission denied for schema work',
    );
    for (const owner of [`${name}_owner_login`, 'postgres'])
      await expect(desks(`set local role ${owner}`)).rejects.toThrow(
        'permission denied to set role',
      );
    await expect(
      desks('reset role; alter table work.audit_event disable trigger user'),
    ).rejects.toThrow(/permission denied|must be owner/);
  });
});
