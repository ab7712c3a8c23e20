import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { ROLES, type Role } from '@qadam/domain';
import { createUser, InvalidUser } from '../features/users/create-user.ts';
import { passwordProblem } from '../features/users/password-problem.ts';
import { isLanguage, languages, type Language } from '@qadam/i18n';
import { UsageError } from './usage.ts';

export async function userCommand(orm: MikroORM, args: string[]): Promise<void> {
  const [verb, ...rest] = args;
  if (verb !== 'add') throw new UsageError(`user ${verb ?? ''}: only add.`);
  const option = { type: 'string' } as const;
  const { values } = parseArgs({
    args: rest,
    options: { email: option, name: option, role: option, area: option, lang: option },
  });
  const { email, name, area = null, lang: language = 'ru' } = values;
  const role = ROLES.find((known) => known === values.role);
  if (email === undefined || name === undefined || role === undefined)
    throw new UsageError(`user add needs --email, --name and --role (${ROLES.join(', ')}).`);
  if (!isLanguage(language)) throw new UsageError(`--lang is one of ${languages.join(', ')}.`);
  const given = await passwordFromInput();
  if (given !== null && passwordProblem(given, { email, name }) === 'PASSWORD_COMMON')
    throw new InvalidUser('This password is among those that are tried first.');
  const password = given ?? randomBytes(18).toString('base64url');
  await add(orm.em.fork(), { email, name, role, area, language, password });
  console.log(`${email} is ${role}${area === null ? '' : ` of ${area}`}.`);
  if (given === null) console.log(`Password, shown only now: ${password}`);
}

async function add(
  em: EntityManager,
  user: {
    email: string;
    name: string;
    role: Role;
    area: string | null;
    language: Language;
    password: string;
  },
) {
  const [organisation] = await em.execute<{ id: string }[]>(
    'select id from work.organisation where area = ? order by code limit 1',
    [user.area],
  );
  await createUser(em, { ...user, organisation: organisation?.id ?? null });
}

/** A password that is piped in, so that it stands in no history of commands; null at a keyboard or without one. */
async function passwordFromInput(): Promise<string | null> {
  if (process.stdin.isTTY) return null;
  const line = (await text(process.stdin)).split(/\r?\n/)[0] ?? '';
  return line === '' ? null : line;
}
