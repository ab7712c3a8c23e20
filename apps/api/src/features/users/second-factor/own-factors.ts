import type { EntityManager } from '@mikro-orm/postgresql';
import type { OwnFactors } from '@qadam/domain';
import { type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { db } from '../../../database/db.ts';
import { countRows, instant } from '../../../database/expressions.ts';

/** Does account `user` have a second factor? */
export const hasFactor = (user: string): RawBuilder<boolean> => {
  const id = sql.ref(`${user}.id`);
  return sql`(exists (select from work.authenticator f where f.user_account = ${id})
    or exists (select from work.passkey f where f.user_account = ${id}))`;
};

export interface OwnPasskey {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
}

/** What an account has set up, for its owner to see; no secrets. */
export async function readFactors(em: EntityManager, user: string) {
  const { authenticatorSince, passkeyList, recoveryCodes } = await db(em)
    .selectFrom('work.user_account as u')
    .select((eb) => [
      eb
        .selectFrom('work.authenticator as a')
        .select(instant('a.created_at').as('at'))
        .whereRef('a.user_account', '=', 'u.id')
        .as('authenticatorSince'),
      jsonArrayFrom(
        eb
          .selectFrom('work.passkey as p')
          .select([
            ...(['p.id', 'p.name'] as const),
            instant('p.created_at').as('createdAt'),
            instant('p.last_used_at').as('lastUsedAt'),
          ])
          .whereRef('p.user_account', '=', 'u.id')
          .orderBy('p.created_at')
          .orderBy('p.id'),
      ).as('passkeyList'),
      countRows(
        eb.selectFrom('work.recovery_code as r').whereRef('r.user_account', '=', 'u.id'),
      ).as('recoveryCodes'),
    ])
    .where('u.id', '=', user)
    .executeTakeFirstOrThrow();
  const own: OwnFactors = {
    authenticator: authenticatorSince !== null,
    passkeys: passkeyList.length,
    recoveryCodes,
  };
  return { own, authenticatorSince, passkeys: passkeyList satisfies OwnPasskey[] };
}

/** Waits for a concurrent change of the account's factors, and then reads them. */
export async function lockFactors(em: EntityManager, user: string): Promise<OwnFactors> {
  await db(em)
    .selectFrom('work.user_account')
    .select('id')
    .where('id', '=', user)
    .forUpdate()
    .execute();
  return (await readFactors(em, user)).own;
}

/** Deletes everything that the account has besides its password. */
export async function dropFactors(em: EntityManager, user: string): Promise<void> {
  for (const table of ['authenticator', 'passkey', 'passkey_challenge', 'recovery_code'] as const)
    await db(em).deleteFrom(`work.${table}`).where('user_account', '=', user).execute();
}
