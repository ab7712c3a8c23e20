import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id, which is the package's default: 19 MiB each, so the number at once is bounded too. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;
const MIN_BYTES = 12;
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

export function isPasswordLength(password: string): boolean {
  const bytes = Buffer.byteLength(password);
  return bytes >= MIN_BYTES && bytes <= MAX_BYTES;
}

export function hashPassword(password: string): Promise<string> {
  return oneOfFew(() => hash(password, PARAMETERS));
}

let nobody: Promise<string> | undefined;

/** An unknown account (null) takes as long as a known one. */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const against =
    passwordHash ?? (await (nobody ??= hashPassword(randomBytes(16).toString('hex'))));
  const matches = await oneOfFew(() => verify(against, password));
  return matches && passwordHash !== null;
}
