import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { areaProblem, passwordProblem, type Role } from '@qadam/domain';
import type { Language } from '@qadam/i18n';
import { db } from '../../database/db.ts';
import { recordEvent } from '../audit/chain.ts';
import { readEmailAddress } from '../../graphql/email-address.ts';
import { ProblemError } from '../../graphql/problem.ts';
import { hashPassword } from './passwords.ts';
import { UserAccount } from './user-account.entity.ts';

export interface NewUser {
  email: string;
  name: string;
  role: Role;
  /** Reporters belong to one area, other roles to none. */
  area?: string | null;
  organisation?: string | null;
  /** The language of mails to the user. */
  language?: Language;
  password: string;
}

export class InvalidUser extends Error {}

export async function createUser(em: EntityManager, user: NewUser): Promise<UserAccount> {
  const email = readEmail(user.email);
  if (areaProblem(user.role, user.area) !== null)
    throw new InvalidUser('A reporter, and nobody else, is bound to an area.');
  if (passwordProblem(user.password, { email, name: user.name }) === 'PASSWORD_LENGTH')
    throw new InvalidUser('A password has 12 to 256 characters.');
  const found = await db(em)
    .selectNoFrom((eb) => [
      eb.exists(eb.selectFrom('work.user_account').where('email', '=', email)).as('email'),
      eb.exists(eb.selectFrom('work.area').where('code', '=', user.area ?? '')).as('area'),
    ])
    .executeTakeFirstOrThrow();
  if (found.email) throw new InvalidUser(`There is an account ${email} already.`);
  if (user.area && !found.area) throw new InvalidUser(`There is no area ${user.area}.`);
  const passwordHash = await hashPassword(user.password);
  const rights = {
    role: user.role,
    area: user.area ?? null,
    organisation: user.organisation ?? null,
  };
  return em.transactional(async (tx) => {
    const account = tx.create(UserAccount, {
      id: randomUUID(),
      email,
      name: user.name,
      ...rights,
      language: user.language ?? 'ru',
      passwordHash,
    });
    await tx.flush();
    // neither name nor address: personal data must be erasable, and the chain is not
    await recordEvent(tx, null, 'CREATE_USER', `user ${account.id}`, {
      area: rights.area,
      after: rights,
    });
    return account;
  });
}

function readEmail(text: string): string {
  try {
    return readEmailAddress(text);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const [problem] = error.problems;
    throw new InvalidUser(`The e-mail address is not valid (${problem?.code ?? ''}).`);
  }
}
