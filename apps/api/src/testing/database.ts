import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { oneLogin } from '../config/databases.ts';
import { startEmbeddedDatabase } from '../database/embedded.ts';
import { hasCode } from '../database/error-code.ts';
import { guard } from '../database/guard.ts';
import { migrate } from '../database/migrate.ts';
import { ormConfig, withOrm } from '../database/orm.config.ts';
import { createDatabase, createDatabaseOnce, dropDatabase } from '../database/server.ts';
import { seedTest, type Seed } from './seed.ts';

export interface TestDatabase {
  url: string;
  /** True if it began as a copy of a seeded database. */
  seeded?: boolean;
  /** Stores an image of it as it is now, from which others with the same seed begin. */
  keep?: () => Promise<void>;
  stop(): Promise<void>;
}

/** A database on a server: empty, or a copy of another one there. */
export async function createTestDatabase(server: string, like?: string): Promise<TestDatabase> {
  const name = `qadam_test_${randomBytes(6).toString('hex')}`;
  await createDatabase(server, name, like);
  return { url: urlOn(server, name), stop: () => dropDatabase(server, name) };
}

const urlOn = (server: string, name: string) =>
  Object.assign(new URL(server), { pathname: name }).href;

/**
 * A migrated and seeded database, made once in a run: suites copy it, which takes a tenth of the time. Its roles begin with its name, so each copy
 * gets its own.
 */
async function migratedOn(server: string, seed: Seed): Promise<string> {
  const run = process.env['QADAM_TEST_RUN'];
  if (run === undefined) throw new Error(OWN_CONFIGURATION);
  const name = `qadam_test_${run}_${seed}`;
  await createDatabaseOnce(server, name, async (unfinished) => {
    const url = urlOn(server, unfinished);
    await migrate(url);
    await withOrm(ormConfig(url, { contextName: 'seed' }), (orm) => seedTest(orm, seed));
  });
  return name;
}

const OWN_CONFIGURATION = 'The suite must run with the Jest configuration of the api.';

/** A database without tables: on the server at DATABASE_URL, otherwise embedded in memory. */
export async function startBareDatabase(): Promise<TestDatabase> {
  const server = process.env['DATABASE_URL'];
  if (server !== undefined) return createTestDatabase(server);
  const image = process.env['QADAM_TEST_BARE'];
  if (image === undefined) throw new Error(OWN_CONFIGURATION);
  return startEmbeddedDatabase({ image, onCrash: (code) => process.exit(code || 1) });
}

/** A migrated database for one suite: on the server at DATABASE_URL, otherwise embedded in memory. */
export async function startTestDatabase(seed: Seed = 'none'): Promise<TestDatabase> {
  const server = process.env['DATABASE_URL'];
  if (server !== undefined) {
    const database = await createTestDatabase(server, await migratedOn(server, seed));
    await guard(oneLogin(database.url));
    return { ...database, seeded: true };
  }
  const { QADAM_TEST_IMAGE: empty, QADAM_TEST_SEEDED: seededImages } = process.env;
  if (empty === undefined || seededImages === undefined) throw new Error(OWN_CONFIGURATION);
  const image = `${seededImages}-${seed}.tar`;
  if (seed !== 'none') await waitForSeeded(image);
  const seeded = existsSync(image);
  const database = await startEmbeddedDatabase({
    image: seeded ? image : empty,
    onCrash: (code) => process.exit(code || 1),
  });
  return { ...database, seeded, keep: () => database.dump(image) };
}

/** Of suites that start at the same time, only the first seeds. The others wait for its image, but at most 20 seconds, because it may have failed. */
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
