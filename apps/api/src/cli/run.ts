import type { MikroORM } from '@mikro-orm/postgresql';
import type { Env } from '../config/env.ts';
import { loadDemonstration } from '../database/seed/demonstration.ts';
import { loadFramework } from '../database/seed/load-framework.ts';
import { checkCommand } from './check-command.ts';
import { releaseCommand } from './release-command.ts';
import { userCommand } from './user-command.ts';
import { CommandFailed, UsageError } from './usage.ts';

type Command = (orm: MikroORM, args: string[], env: Env) => Promise<void>;

const COMMANDS: Readonly<Record<string, Command>> = {
  // Every command migrates first: this one does nothing else.
  migrate: () => {
    console.log('The database is up to date.');
    return Promise.resolve();
  },
  seed: seedCommand,
  release: releaseCommand,
  user: userCommand,
  check: checkCommand,
};

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
