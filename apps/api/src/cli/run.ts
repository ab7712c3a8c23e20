import type { MikroORM } from '@mikro-orm/postgresql';
import type { Env } from '../config/env.ts';
import { guard } from '../database/guard.ts';
import { migrate } from '../database/migrate.ts';
import { ormConfig, withOrm } from '../database/orm.config.ts';
import { loadDemonstration } from '../database/seed/demonstration.ts';
import { loadFramework } from '../database/seed/load-framework.ts';
import { backupCommand, backupKeyCommand, restoreCommand } from './backup-command.ts';
import { checkCommand } from './check-command.ts';
import { releaseCommand } from './release-command.ts';
import { userCommand } from './user-command.ts';
import { CommandFailed, type Database, UsageError } from './usage.ts';

type Command = (database: Database, args: string[], env: Env) => Promise<void>;

const COMMANDS: Readonly<Record<string, Command>> = {
  migrate: upToDate(() => {
    console.log('The database is up to date.');
    return Promise.resolve();
  }),
  seed: upToDate(seedCommand),
  release: upToDate(releaseCommand),
  user: upToDate(userCommand),
  check: upToDate(checkCommand),
  // without migrating: a backup made before an update must hold the old schema
  backup: backupCommand,
  'backup-key': backupKeyCommand,
  restore: restoreCommand,
};

/** Migrates first, then runs as the owner: the server's operator can read and write everything anyway. */
function upToDate(work: (orm: MikroORM, args: string[], env: Env) => Promise<void>): Command {
  return async (database, args, env) => {
    const databases = await database();
    await migrate(databases.owner);
    await guard(databases);
    await withOrm(ormConfig(databases.owner), (orm) => work(orm, args, env));
  };
}

export function commandOf(name: string | undefined): Command {
  const command = Object.entries(COMMANDS).find(([known]) => known === name)?.[1];
  if (!command)
    throw new UsageError(name === undefined ? 'Which command?' : `There is no command ${name}.`);
  return command;
}

async function seedCommand(orm: MikroORM, [part]: string[], { production }: Env): Promise<void> {
  if (part === 'framework') {
    await loadFramework(orm.em.fork());
  } else if (part !== undefined) {
    throw new UsageError(`seed ${part}: nothing or framework.`);
  } else if (production) {
    throw new CommandFailed(
      'This is a production database: set QADAM_DEMO=1 to load the demonstration, or use: seed framework',
    );
  } else {
    await loadDemonstration(orm);
  }
  console.log('Seeded.');
}
