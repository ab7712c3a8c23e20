import { createHmac } from 'node:crypto';

/**
 * Keys of the installation (SESSION_SECRET), so that one can be replaced without invalidating what it signed: the first key signs, all keys are tried
 * for checking.
 */
export type Secrets = readonly [string, ...string[]];

/** The hash under which a text is stored; each key gives another one. */
export const keyedHash = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('hex');

/** All hashes under which a text may be stored. */
export const keyedHashes = (secrets: Secrets, text: string): string[] =>
  secrets.map((secret) => keyedHash(secret, text));
