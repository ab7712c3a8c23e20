import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import type { Env } from '../config/env.ts';
import { backup, restore, type Manifest } from '../database/backup.ts';
import { startEmbeddedDatabase } from '../database/embedded.ts';
import { guard } from '../database/guard.ts';
import { ormConfig, withOrm } from '../database/orm.config.ts';
import { createDatabase, dropDatabase } from '../database/server.ts';
import { recordEvent } from '../features/audit/chain.ts';
import { readLines, writeLines } from './backup-file.ts';
import { checkCommand } from './check-command.ts';
import { type Database, UsageError } from './usage.ts';

/**
 * Writes everything in the database to one file. A server may be in use; an embedded database must be stopped first, because only one process can
 * open it.
 */
export async function backupCommand(database: Database, args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { recipient: { type: 'string' } },
  });
  const file = fileOf('backup', positionals);
  const { owner: url } = await database();
  await backup(url, (lines) => writeLines(lines, file, values.recipient));
  await withOrm(ormConfig(url), (orm) =>
    orm.em.fork().transactional((em) =>
      recordEvent(em, null, 'BACK_UP', 'database', {
        after: { encrypted: values.recipient !== undefined },
      }),
    ),
  );
  console.log(`${file} is written.`);
}

/** Restores into the empty database that the variables name; with --check into one that is dropped afterwards. */
export async function restoreCommand(database: Database, args: string[], env: Env): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { identity: { type: 'string' }, check: { type: 'boolean', default: false } },
  });
  const file = fileOf('restore', positionals);
  const identity =
    values.identity === undefined ? undefined : await readFile(values.identity, 'utf8');
  const into = async (url: string) => {
    const made = await readLines(file, identity, (lines) => restore(url, lines, showProgress()));
    await withOrm(ormConfig(url), checkCommand);
    console.log(describe(file, made));
  };
  if (values.check) {
    await (env.database === null ? inMemory(into) : besideOthers(env.database.owner, into));
    return;
  }
  const databases = await database();
  await into(databases.owner);
  await guard(databases);
}

/** Makes a pair of keys: the public one for the server, and the secret one, which must be kept far away from it. */
export async function backupKeyCommand(): Promise<void> {
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  console.log(`# public key, for backup --recipient: ${recipient}\n${identity}`);
}

function fileOf(command: string, [file, ...others]: string[]): string {
  if (file === undefined || others.length > 0) throw new UsageError(`${command} needs one FILE.`);
  return file;
}

type Use = (url: string) => Promise<void>;

async function inMemory(use: Use): Promise<void> {
  const embedded = await startEmbeddedDatabase({ onCrash: (code) => process.exit(code || 1) });
  try {
    await use(embedded.url);
  } finally {
    await embedded.stop();
  }
}

/** Makes a separate database on the server for `use`; the login must be allowed to create one. */
async function besideOthers(server: string, use: Use): Promise<void> {
  const name = `qadam_check_${randomBytes(6).toString('hex')}`;
  await createDatabase(server, name);
  try {
    const url = new URL(server);
    url.pathname = name;
    await use(url.href);
  } finally {
    await dropDatabase(server, name);
  }
}

/** Prints a line after each tenth of the rows. */
function showProgress(): (stored: number, rows: number) => void {
  let shown = 0;
  return (stored, rows) => {
    const tenths = Math.floor((stored * 10) / rows);
    if (tenths === shown) return;
    shown = tenths;
    console.log(`${String(tenths * 10)} % of ${String(rows)} rows`);
  };
}

function describe(file: string, { made, tables, releases }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${file} of ${made} is whole: ${String(rows)} rows of ${String(tables.length)} tables, ${String(releases.length)} releases.`;
}
