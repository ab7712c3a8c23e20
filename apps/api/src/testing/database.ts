import { randomBytes } from 'node:crypto';
import { startEmbeddedDatabase } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { createDatabase, dropDatabase } from '../database/server.ts';

export interface TestDatabase {
  url: string;
  stop(): Promise<void>;
}

/** An empty database on a server. */
export async function createTestDatabase(server: string): Promise<TestDatabase> {
  const name = `qadam_test_${randomBytes(6).toString('hex')}`;
  await createDatabase(server, name);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, stop: () => dropDatabase(server, name) };
}

/** A database without any table: on the server at DATABASE_URL, else embedded in memory. */
export async function startBareDatabase(): Promise<TestDatabase> {
  const server = process.env['DATABASE_URL'];
  if (server !== undefined) return createTestDatabase(server);
  return startEmbeddedDatabase({ onCrash: (code) => process.exit(code || 1) });
}

/** A migrated, empty database of the suite's own: on the server at DATABASE_URL, else embedded in memory. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const server = process.env['DATABASE_URL'];
  if (server !== undefined) {
    const database = await createTestDatabase(server);
    await migrate(database.url);
    return database;
  }
  const image = process.env['QADAM_TEST_IMAGE'];
  if (image === undefined)
    throw new Error('The suite must run with the Jest configuration of the api.');
  return startEmbeddedDatabase({ image, onCrash: (code) => process.exit(code || 1) });
}
