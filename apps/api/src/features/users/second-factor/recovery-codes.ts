import { hash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { RECOVERY_ALPHABET, RECOVERY_LENGTH, showRecoveryCode } from '@qadam/domain';
import { db } from '../../../database/db.ts';
import { RecoveryCode } from './second-factor.entity.ts';

const CODES = 10;

/** A letter for each five bits: 256 is a multiple of the 32 letters, so all are equally likely. */
const newCode = (): string =>
  [...randomBytes(RECOVERY_LENGTH)]
    .map((byte) => RECOVERY_ALPHABET[byte % RECOVERY_ALPHABET.length])
    .join('');

/** New ones in place of all before: the only time that they can be read. */
export async function makeRecoveryCodes(em: EntityManager, user: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await em.nativeDelete(RecoveryCode, { userAccount: user });
  await em.insertMany(
    RecoveryCode,
    // 120 bits of chance: no list of guesses is worth making, so a plain hash keeps them
    codes.map((code) => ({ userAccount: user, codeHash: hash('sha256', code) })),
  );
  return codes.map(showRecoveryCode);
}

/** Uses a code up; false where it is none of the account's, or was used. */
export async function spendRecoveryCode(
  em: EntityManager,
  user: string,
  code: string,
): Promise<boolean> {
  const spent = await db(em)
    .deleteFrom('work.recovery_code')
    .where('user_account', '=', user)
    .where('code_hash', '=', hash('sha256', code))
    .returning('code_hash')
    .executeTakeFirst();
  return spent !== undefined;
}
