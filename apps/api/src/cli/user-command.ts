import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { passwordProblem, ROLES } from '@qadam/domain';
import type { Env } from '../config/env.ts';
import { secretsOf } from '../config/session-secret.ts';
import { db } from '../database/db.ts';
import { Organisation } from '../features/organisations/organisation.entity.ts';
import { createUser, InvalidUser } from '../features/users/create-user.ts';
import { confirmAccount } from '../features/user-administration/confirmation.store.ts';
import { resetSecondFactor } from '../features/user-administration/second-factor-reset.service.ts';
import { ofAddress } from '../features/users/of-address.ts';
import { linkPath, linkToken, openLinks } from '../features/users/one-time-link.ts';
import { hasFactor } from '../features/users/second-factor/own-factors.ts';
import { isPending } from '../features/users/pending.ts';
import { isLanguage, languages } from '@qadam/i18n';
import { CommandFailed, UsageError } from './usage.ts';

export async function userCommand(orm: MikroORM, args: string[], env: Env): Promise<void> {
  const [verb = '', ...rest] = args;
  if (verb === 'add') return addUser(orm, rest);
  const act = OF_ACCOUNT[verb];
  if (act === undefined)
    throw new UsageError(`user ${verb}: add, link, confirm or reset-second-factor.`);
  const { values } = parseArgs({ args: rest, options: { email: { type: 'string' } } });
  if (values.email === undefined) throw new UsageError(`user ${verb} needs --email.`);
  const em = orm.em.fork();
  const account = await accountOf(em, values.email);
  await act(em, account, env);
}

const OF_ACCOUNT: Partial<
  Record<string, (em: EntityManager, account: Account, env: Env) => Promise<void>>
> = {
  link: printLinks,
  confirm,
  'reset-second-factor': resetFactor,
};

async function addUser(orm: MikroORM, args: string[]): Promise<void> {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
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
  const em = orm.em.fork();
  const body = area && (await em.findOne(Organisation, { area }, { orderBy: { code: 'asc' } }));
  const organisation = body ? body.id : null;
  await createUser(em, { email, name, role, area, language, password, organisation });
  console.log(`${email} is ${role}${area === null ? '' : ` of ${area}`}.`);
  if (given === null) console.log(`Password, shown only now: ${password}`);
}

type Account = Awaited<ReturnType<typeof accountOf>>;

async function accountOf(em: EntityManager, email: string) {
  const account = await db(em)
    .selectFrom('work.user_account as u')
    .select(['u.id', 'u.email', 'u.area', 'u.language'])
    .select([isPending('u').as('pending'), hasFactor('u').as('secondFactor')])
    .$call(ofAddress(email))
    .executeTakeFirst();
  if (account === undefined) throw new CommandFailed(`There is no account ${email}.`);
  return account;
}

/** Prints the open links of an account for the server's operator, who can read and write everything anyway. */
async function printLinks(em: EntityManager, account: Account, env: Env): Promise<void> {
  const secrets = secretsOf(env);
  const links = await openLinks(em, account.id);
  if (links.length === 0)
    throw new CommandFailed(`No link of ${account.email} is open. An administrator makes one.`);
  for (const { kind, id, email } of links) {
    const token = await linkToken(em, secrets, kind, id);
    if (token === null) throw new CommandFailed('The link was made with another SESSION_SECRET.');
    const path = linkPath(kind, token);
    console.log(`For ${email}, once: ${env.publicOrigin}/${account.language}/${path}`);
  }
}

async function confirm(em: EntityManager, account: Account): Promise<void> {
  if (!account.pending) throw new CommandFailed(`${account.email} does not wait for anybody.`);
  const acts = await em.transactional((tx) => confirmAccount(tx, null, account.id));
  console.log(`${account.email} is confirmed (${acts.join(', ')}).`);
}

/** For installations that have no second administrator. */
async function resetFactor(em: EntityManager, account: Account): Promise<void> {
  if (!account.secondFactor) throw new CommandFailed(`${account.email} has no second factor.`);
  await em.transactional((tx) => resetSecondFactor(tx, null, account));
  console.log(`${account.email} has no second factor any more.`);
}

/** The password from standard input, so that it appears in no shell history; null at a terminal or with empty input. */
async function passwordFromInput(): Promise<string | null> {
  if (process.stdin.isTTY) return null;
  const line = (await text(process.stdin)).split(/\r?\n/)[0] ?? '';
  return line === '' ? null : line;
}
