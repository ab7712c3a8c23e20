import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { oneLogin } from '../config/databases.ts';
import { startEmbeddedDatabase } from '../database/embedded.ts';
import { hasCode } from '../database/error-code.ts';
import { guard } from '../database/guard.ts';
import { migrate } from '../database/migrate.ts';
import { createDatabase, dropDatabase } from '../database/server.ts';
import type { Seed } from './seed.ts';

export interface TestDatabase {
  url: string;
  /** It began as the copy of one that was seeded. */
  seeded?: boolean;
  /** Keeps it as it is, to begin with where the same seed is asked for. */
  keep?: () => Promise<void>;
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

/** A migrated database of the suite's own: on the server at DATABASE_URL, else embedded in memory. */
export async function startTestDatabase(seed: Seed = 'none'): Promise<TestDatabase> {
  const server = process.env['DATABASE_URL'];
  if (server !== undefined) {
    const database = await createTestDatabase(server);
    await migrate(database.url);
    await guard(oneLogin(database.url));
    return database;
  }
  const { QADAM_TEST_IMAGE: empty, QADAM_TEST_SEEDED: seededImages } = process.env;
  if (empty === undefined || seededImages === undefined)
    throw new Error('The suite must run with the Jest configuration of the api.');
  const image = `${seededImages}-${seed}.tar`;
  if (seed !== 'none') await waitForSeeded(image);
  const seeded = existsSync(image);
  const database = await startEmbeddedDatabase({
    image: seeded ? image : empty,
    onCrash: (code) => process.exit(code || 1),
  });
  return { ...database, seeded, keep: () => database.dump(image) };
}

/** Of suites that start side by side only the first seeds. The others wait for its image, 20 seconds at most: it may have failed. */
async function waitForSeeded(image: string): Promise<void> {
  const begun = `${image}.begun`;
  if (existsSync(image)) return;
  try {
    mkdirSync(begun);
    return;
  } catch (error) {
    if (!hasCode(error, /^EEXIST$/)) throw error;
  }
  for (let tries = 0; tries < 200 && !existsSync(image); tries += 1) await setTimeout(100);
}
