import 'reflect-metadata';
import path from 'node:path';
import { commandOf } from './cli/run.ts';
import { CommandFailed, USAGE, UsageError } from './cli/usage.ts';
import { oneLogin, placeOf } from './config/databases.ts';
import { CannotStart, readEnv } from './config/env.ts';
import { CannotRestore } from './database/backup.ts';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './database/embedded.ts';
import { InvalidUser } from './features/users/create-user.ts';
import { ApiError } from './graphql/api-error.ts';

const [name, ...args] = process.argv.slice(2);

/** Insecure settings are accepted here: nothing is served, and `migrate` must be able to run before the first start. */
async function run(): Promise<void> {
  const command = commandOf(name);
  const env = readEnv(process.env);
  const embedded: EmbeddedDatabase[] = [];
  const database = async () => {
    // on standard error, apart from what a command prints: whoever forgot the variables must not take an empty embedded database for theirs
    if (env.database !== null) {
      console.error(`Database: ${placeOf(env.database.owner)}`);
      return env.database;
    }
    const folder = path.join(env.dataDir, 'pg');
    console.error(`Database: embedded, in ${folder} (DATABASE_URL is not set)`);
    const started = await startEmbeddedDatabase({
      folder,
      onCrash: (code) => process.exit(code || 1),
    });
    embedded.push(started);
    return oneLogin(started.url);
  };
  try {
    await command(database, args, env);
  } finally {
    for (const started of embedded) await started.stop();
  }
}

/** Node's parseArgs reports unknown arguments as a TypeError with a code of its own. */
function isUsage(error: unknown): boolean {
  return (
    error instanceof UsageError ||
    (error instanceof TypeError &&
      'code' in error &&
      String(error.code).startsWith('ERR_PARSE_ARGS'))
  );
}

/** Errors that the operator can fix are shown as a sentence; any other is our fault and needs its stack. */
function isExpected(error: unknown): boolean {
  const kinds = [CannotRestore, CannotStart, CommandFailed, InvalidUser, ApiError];
  return isUsage(error) || kinds.some((kind) => error instanceof kind);
}

try {
  await run();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(isUsage(error) ? `${message}\n\n${USAGE}` : message);
  if (!isExpected(error)) console.error(error);
  process.exitCode = isUsage(error) ? 2 : 1;
}
