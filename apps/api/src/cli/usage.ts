import type { Databases } from '../config/databases.ts';

export const USAGE = `Usage: node apps/api/dist/cli.js <command>

  migrate                                            create or update the database
  seed                                               the framework and the demonstration (not in production without QADAM_DEMO=1)
  seed framework                                     the framework only: areas, actions, indicators, reference targets
  release preview --as-of <year> [--annual]          what the next release would hold and change; nothing is stored
  release publish --as-of <year> [--annual] [--note <text>]
  user add --email <e> --name <n> --role <role> [--area <code>] [--lang <language of mails>]
                                                     the password is read from standard input, or made up and printed once
  user link --email <e>                              the open links of an account, to hand over where no mail server is set up
  user confirm --email <e>                           is the second person for an account that waits for one
  user reset-second-factor --email <e>               takes a lost second factor away where there is no second administrator
  check                                              the audit chain and the content of every release
  backup <file> [--recipient <age1…>]                everything the database holds, in one file; encrypted for whoever has the key
  backup-key                                         makes a pair of keys for it
  restore <file> [--identity <file of the key>]      into an empty database, and brings it up to date
  restore <file> --check [--identity <…>]            into one that is thrown away: is the file whole, and do releases and audit chain hold?
`;

/** Finds the database that the variables name, and starts an embedded one if none is named. */
export type Database = () => Promise<Databases>;

/** A command that was not understood: the usage is printed, and the exit code is 2. */
export class UsageError extends Error {}

export class CommandFailed extends Error {}
