import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id, which is the package's default: 19 MiB each, so the number at once is bounded too. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;
/** 256 characters of four bytes: anything longer cannot be a password and is not hashed. */
const MAX_BYTES = 1024;

let running = 0;
const waiting: (() => void)[] = [];

async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    // hand the place over, or give it up
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** Composed letters: so that a password is the same wherever its letters are typed. */
export function hashPassword(password: string): Promise<string> {
  return oneOfFew(() => hash(password.normalize('NFC'), PARAMETERS));
}

let nobody: Promise<string> | undefined;

/** An unknown account (null) takes as long as a known one. Passwords that were set before they were composed hold as typed. */
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
    matches = (await oneOfFew(() => verify(against, form))) || matches;
  return matches && passwordHash !== null;
}
