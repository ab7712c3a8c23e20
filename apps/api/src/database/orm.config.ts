import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, MikroORM, type Options } from '@mikro-orm/postgresql';
import { CONNECTIONS, STATEMENT_SECONDS } from '../config/connections.ts';
import { Driver } from './connection.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations/index.ts';
import { PostgresNames } from './postgres-names.ts';

/** Settings for opening a connection. The embedded database ignores them. */
export type Session = Readonly<Record<string, string | number | boolean>>;

/** Compiling takes longer than our statements: 4.9 of the five seconds of "what changed". */
const NO_JIT = '-c jit=off';

/**
 * A server that is frozen, or behind a firewall that lost the connection, cannot enforce the first limit: at the second one the connection is cut.
 */
export function statementLimits(seconds: number) {
  return { statement_timeout: seconds * 1000, query_timeout: seconds * 1000 + 5_000 };
}

/** The settings of a connection with limits. Times in milliseconds. */
export const SESSION = {
  application_name: 'qadam',
  connectionTimeoutMillis: 5_000,
  ...statementLimits(STATEMENT_SECONDS.desks),
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  options: NO_JIT,
} satisfies Session;

/** The desks' connections; each runs as the person who asks (standing.ts). */
export const DESKS_SESSION = { ...SESSION, acts_for: 'desks' } satisfies Session;

/** The public's connections: read-only, and with shorter limits, because readers do not wait longer for a page. */
export const PUBLIC_SESSION = {
  ...SESSION,
  application_name: 'qadam-public',
  acts_for: 'readers',
  ...statementLimits(STATEMENT_SECONDS.public),
  options: `${NO_JIT} -c default_transaction_read_only=on`,
} satisfies Session;

export function ormConfig(
  url: string,
  overrides: Partial<Options> = {},
  session: Session = SESSION,
): Options {
  return defineConfig({
    driver: Driver,
    clientUrl: url,
    entities,
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, silent: true },
    namingStrategy: PostgresNames,
    // these are written in migrations and in guard.ts only
    schemaGenerator: { ignoreTriggers: true, ignoreRoutines: true, ignorePolicies: true },
    forceUtcTimezone: true,
    pool: { min: 0, max: CONNECTIONS.desks },
    driverOptions: session,
    // otherwise MikroORM would make an empty database in place of a missing one
    ensureDatabase: false,
    ...overrides,
  });
}

/** Works with connections of its own, and closes them whatever happens. */
export async function withOrm<T>(
  options: Options,
  work: (orm: MikroORM) => Promise<T>,
): Promise<T> {
  const orm = await MikroORM.init(options);
  try {
    return await work(orm);
  } finally {
    await orm.close(true);
  }
}

/** For statements in plain SQL, which need no entities. Made anew each time, because MikroORM writes into it. */
export const noEntities = (): Partial<Options> => ({
  entities: [],
  discovery: { warnWhenNoEntities: false },
});
