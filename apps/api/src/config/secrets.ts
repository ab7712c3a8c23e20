import { createHmac } from 'node:crypto';

/**
 * Keys of the installation (SESSION_SECRET), so that one can be replaced while what it signed goes on: the first makes what is new, all are
 * tried for what there is.
 */
export type Secrets = readonly [string, ...string[]];

/** What a text is kept as; under another key it is another. */
export const keyedHash = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('hex');

/** Under which of its hashes a text may be kept. */
export const keyedHashes = (secrets: Secrets, text: string): string[] =>
  secrets.map((secret) => keyedHash(secret, text));
