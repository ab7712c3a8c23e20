import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, type Options } from '@mikro-orm/postgresql';
import { entities } from './entities.ts';
import { migrations } from './migrations/index.ts';
import { Driver } from './plain-literals.ts';
import { refuseUnstorable } from './unstorable.ts';

export function ormConfig(url: string, overrides: Partial<Options> = {}): Options {
  return defineConfig({
    driver: Driver,
    clientUrl: url,
    entities,
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, silent: true },
    forceUtcTimezone: true,
    onQuery: refuseUnstorable,
    pool: { min: 0, max: 10 },
    driverOptions: {
      application_name: 'qadam',
      connectionTimeoutMillis: 5_000,
      statement_timeout: 60_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 60_000,
    },
    ...overrides,
  });
}
