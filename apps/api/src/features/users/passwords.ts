import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { FairQueue } from '../../http/fair-queue.ts';

/** OWASP's parameters for argon2id, which are the package's defaults. Each hash takes 19 MiB, so the number of simultaneous ones is limited too. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;
/** Room for 256 characters of four bytes. Anything longer cannot be a password and is not hashed. */
const MAX_BYTES = 1024;

const turns = new FairQueue(AT_ONCE);

/** Letters are composed first (NFC), so that a password is the same on whatever keyboard its letters are typed. */
export function hashPassword(password: string): Promise<string> {
  return turns.take(() => hash(password.normalize('NFC'), PARAMETERS));
}

let nobody: Promise<string> | undefined;

/** For an unknown account (null) it takes as long as for a known one. Passwords set before letters were composed are compared as typed, too. */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const composed = password.normalize('NFC');
  if (Buffer.byteLength(composed) > MAX_BYTES) return false;
  const against =
    passwordHash ?? (await (nobody ??= hashPassword(randomBytes(16).toString('hex'))));
  let matches = false;
  for (const form of new Set([composed, password]))
    matches = (await turns.take(() => verify(against, form))) || matches;
  return matches && passwordHash !== null;
}
