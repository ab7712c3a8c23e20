import { hash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CannotStart } from '../config/env.ts';
import { type Databases, loginOf } from '../config/databases.ts';
import { isEmbedded } from './embedded.ts';
import { publicEntities } from './entities.ts';
import { hasCode } from './error-code.ts';
import { LOCKS, untilUnlocked } from './locks.ts';
import { migrations } from './migrations/index.ts';
import { noEntities, ormConfig, withOrm } from './orm.config.ts';
import {
  OWN_COUNTRIES,
  OWN_COUNTRY,
  publicationRights,
  type Rights,
  WORK_RIGHTS,
} from './rights.ts';
import { DATABASE_ROLES, type DatabaseRole, quoted, roleName } from './standing.ts';

/** Functions that a release calls. All others run in triggers, for which nobody needs a right. */
const CALLED = [
  'publication.count_changes()',
  'publication.count_values(int, text)',
  'publication.tally_values(int)',
  'publication.withdraw(uuid)',
];

const script = (statements: readonly string[]) => statements.map((one) => `${one};\n`).join('');

/** Gives the name of a role in this database. */
type NameOf = (role: DatabaseRole) => string;
const desksOf = (name: NameOf) => `${name('desk')}, ${name('limited_desk')}`;

/**
 * Gives each database role the rights listed in rights.ts, and nothing else. The owner runs this after the migrations, whenever the rights differ
 * from those given last: they belong to the code that runs, so no migration has to repeat them.
 */
export async function guard({ owner, desks, readers }: Databases): Promise<void> {
  const options = { ...noEntities(), contextName: 'guard', pool: { min: 0, max: 1 } };
  await withOrm(ormConfig(owner, options), (orm) =>
    untilUnlocked(() =>
      orm.em.fork().transactional(async (em) => {
        await em.execute('select pg_advisory_xact_lock(?)', [LOCKS.MIGRATION]);
        const [here] = await em.execute<{ database: string; login: string }[]>(
          'select current_database() as database, session_user as login',
        );
        if (here === undefined) throw new Error('The database does not say what it is called.');
        const nameOf: NameOf = (role) => roleName(here.database, role);
        const login = (url: string) => (url === owner ? here.login : loginOf(url) || here.login);
        const logins = { desks: login(desks), readers: login(readers) };
        await makeRoles(em, nameOf, logins);
        await giveRights(em, nameOf, isEmbedded(owner));
        await allowTemporaryTables(em, here.database, nameOf);
      }),
    ),
  );
}

/** Makes roles that are missing, and makes logins members of their roles. */
async function makeRoles(
  em: EntityManager,
  nameOf: NameOf,
  { desks, readers }: { desks: string; readers: string },
): Promise<void> {
  const asked = DATABASE_ROLES.map((role) => ({
    role: nameOf(role),
    login: role === 'public' ? readers : desks,
  }));
  const missing = await em.execute<{ role: string; login: string; is_new: boolean }[]>(
    `select a.role, a.login, r.oid is null as is_new
     from jsonb_to_recordset(?::jsonb) a(role text, login text) left join pg_roles r on r.rolname = a.role
     where r.oid is null
       -- since 16 who made a role is a member of it, and may not take it yet
       or not pg_has_role(a.login, r.oid, case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end)`,
    [JSON.stringify(asked)],
  );
  const statements = missing.flatMap(({ role, login, is_new: isNew }) => [
    ...(isNew ? [`create role ${quoted(role)} nologin`] : []),
    `grant ${quoted(role)} to ${quoted(login)}`,
  ]);
  if (statements.length === 0) return;
  await em.execute(script(statements)).catch((error: unknown) => {
    if (!hasCode(error, DENIED)) throw error;
    throw forAdministrator('may not make the roles that guard it', statements);
  });
}

const DENIED = /^42501$/;

const forAdministrator = (why: string, statements: readonly string[]) =>
  new CannotStart([
    `the login that owns the database ${why}. Let an administrator of PostgreSQL run this once:\n${script(statements)}`,
  ]);

/** Roles that submit, review and release: they keep their choice of cells in temporary tables. */
const CHOOSING: readonly DatabaseRole[] = ['desk', 'limited_desk', 'reporter'];

/**
 * Everybody may make temporary tables, unless that right was revoked. It is a right on the database itself, which is not part of a dump, so it is
 * checked at every start.
 */
async function allowTemporaryTables(
  em: EntityManager,
  database: string,
  nameOf: NameOf,
): Promise<void> {
  const missing = async () => {
    const roles = await em.execute<{ role: string }[]>(
      `select role from jsonb_array_elements_text(?::jsonb) r(role)
       where not has_database_privilege(role, current_database(), 'TEMPORARY')`,
      [JSON.stringify(CHOOSING.map(nameOf))],
    );
    return roles.map(
      ({ role }) => `grant temporary on database ${quoted(database)} to ${quoted(role)}`,
    );
  };
  const statements = await missing();
  if (statements.length === 0) return;
  const refused = () => forAdministrator('may not allow temporary tables in it', statements);
  await em.execute(script(statements)).catch((error: unknown) => {
    throw hasCode(error, DENIED) ? refused() : error;
  });
  // without the right to grant, PostgreSQL only warns, so the result is checked
  if ((await missing()).length > 0) throw refused();
}

async function giveRights(em: EntityManager, nameOf: NameOf, embedded: boolean): Promise<void> {
  const name: NameOf = (role) => quoted(nameOf(role));
  const statements = script([...rightsOf(name), ...(embedded ? onlyOneLogin(desksOf(name)) : [])]);
  const policies = Object.entries(WORK_RIGHTS).map(([table, { rows }]) =>
    policiesOf(table, rows, name),
  );
  // includes the migrations, because one of them may have recreated a table or function
  const done = hash('sha256', statements + JSON.stringify([policies, migrations]));
  const [before] = await em.execute<{ done: string | null }[]>(
    `select obj_description('work'::regnamespace, 'pg_namespace') as done`,
  );
  if (before?.done === done) return;
  await em.execute(statements);
  await guardRows(em, policies);
  await em.execute(`comment on schema work is '${done}'`);
}

/** Needs locks that no reader can share, so only tables whose policies have changed are treated. */
async function guardRows(em: EntityManager, policies: readonly TablePolicies[]): Promise<void> {
  const found = await em.execute<{ table: string; done: string | null }[]>(
    `select c.oid::regclass::text as "table",
       case when c.relrowsecurity then coalesce(obj_description(p.oid, 'pg_policy'), '') end as done
     from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polname = 'own_country'
     where c.relnamespace = 'work'::regnamespace and c.relkind = 'r'`,
  );
  const made = new Map(found.map(({ table, done }) => [table, done]));
  const statements = policies.flatMap(({ table, make }) => {
    const done = make.length > 0 ? hash('sha256', script(make)) : null;
    if (made.get(table) === done) return [];
    return [
      `drop policy if exists every_country on ${table}`,
      `drop policy if exists own_country on ${table}`,
      `drop policy if exists own_countries on ${table}`,
      `alter table ${table} ${done === null ? 'disable' : 'enable'} row level security`,
      ...make,
      ...(done === null ? [] : [`comment on policy own_country on ${table} is '${done}'`]),
    ];
  });
  if (statements.length > 0) await em.execute(script(statements));
}

/** The embedded database has one login, which may take any role: without set_config no expression in a statement changes the role. */
const onlyOneLogin = (desks: string): string[] => [
  'revoke execute on function pg_catalog.set_config(text, text, boolean) from public',
  // a withdrawal for safety sets its id with it
  `grant execute on function pg_catalog.set_config(text, text, boolean) to ${desks}`,
];

function rightsOf(name: NameOf): string[] {
  const all = DATABASE_ROLES.map(name).join(', ');
  const desks = desksOf(name);
  const working = `${desks}, ${name('reporter')}`;
  const publication = publicEntities.map(
    ({ tableName }) => `publication.${tableName}` as Parameters<typeof publicationRights>[0],
  );
  return [
    `revoke all on all tables in schema work, publication from ${all}`,
    `revoke execute on all functions in schema work, publication from public, ${all}`,
    `revoke create on schema public from public`,
    `grant usage on schema publication to ${all}`,
    `grant usage on schema work to ${working}`,
    `grant select on public.mikro_orm_migrations to ${all}`,
    `create schema if not exists pgboss`,
    `grant usage on schema pgboss to ${desks}`,
    `alter default privileges in schema pgboss grant select on tables to ${desks}`,
    `grant select on all tables in schema pgboss to ${desks}`,
    `grant select on all tables in schema publication to ${all}`,
    ...publication.map((table) => `grant ${publicationRights(table)} on ${table} to ${desks}`),
    ...CALLED.map((called) => `grant execute on function ${called} to ${desks}`),
    ...Object.entries(WORK_RIGHTS).flatMap(([table, { desk, reporter }]) => [
      ...(desk === null ? [] : [`grant ${desk} on ${table} to ${desks}`]),
      ...(reporter === null ? [] : [`grant ${reporter} on ${table} to ${name('reporter')}`]),
    ]),
  ];
}

interface TablePolicies {
  table: string;
  /** Empty if the rows belong to everybody. */
  make: string[];
}

function policiesOf(table: string, rows: Rights['rows'], name: NameOf): TablePolicies {
  if (!('own' in rows)) return { table, make: [] };
  const { own, ofDesk = 'true', ofReporter } = rows;
  const written = ofReporter === undefined ? own : `(${own}) and (${ofReporter})`;
  const countries = own.replace(OWN_COUNTRY, OWN_COUNTRIES);
  return {
    table,
    make: [
      `create policy every_country on ${table} to ${name('desk')} using (true) with check (${ofDesk})`,
      `create policy own_country on ${table} to ${name('reporter')} using (${own}) with check (${written})`,
      `create policy own_countries on ${table} to ${name('limited_desk')} using (${countries}) with check ((${countries}) and (${ofDesk}))`,
    ],
  };
}
