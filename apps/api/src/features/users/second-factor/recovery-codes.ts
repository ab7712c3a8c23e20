import { hash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { RECOVERY_ALPHABET, RECOVERY_LENGTH, showRecoveryCode } from '@qadam/domain';
import { db } from '../../../database/db.ts';
import { RecoveryCode } from './second-factor.entity.ts';

const CODES = 10;

/** One letter per random byte: 256 is a multiple of the 32 letters, so all letters are equally likely. */
const newCode = (): string =>
  [...randomBytes(RECOVERY_LENGTH)]
    .map((byte) => RECOVERY_ALPHABET[byte % RECOVERY_ALPHABET.length])
    .join('');

/** Replaces all earlier codes by new ones. They can be read only now. */
export async function makeRecoveryCodes(em: EntityManager, user: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await em.nativeDelete(RecoveryCode, { userAccount: user });
  await em.insertMany(
    RecoveryCode,
    // each code has 120 random bits, which nobody can guess, so a plain hash is enough
    codes.map((code) => ({ userAccount: user, codeHash: hash('sha256', code) })),
  );
  return codes.map(showRecoveryCode);
}

/** Uses a code; false if it is not one of the account's, or was used before. */
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
