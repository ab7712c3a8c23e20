import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Secrets } from './secrets.ts';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (secret: string) =>
  new Uint8Array(hkdfSync('sha256', secret, '', 'qadam: sealed in the database', 32));

/**
 * Encrypts a text that must be readable later, but be useless in a copy of the database. `bound`: what it is and whose, so that it cannot be opened
 * for anything else.
 */
export function seal([secret]: Secrets, bound: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(secret), iv).setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64url');
}

/** The sealed text, and whether an older key sealed it; null if no key opens it, or if it is bound to something else. */
export function unseal(
  secrets: Secrets,
  bound: string,
  sealed: string,
): { text: string; isOld: boolean } | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const iv = bytes.subarray(0, IV_BYTES);
  const body = bytes.subarray(IV_BYTES, -TAG_BYTES);
  for (const [index, secret] of secrets.entries()) {
    const decipher = createDecipheriv(CIPHER, keyOf(secret), iv)
      .setAAD(Buffer.from(bound))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const text = Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      return { text, isOld: index > 0 };
    } catch {
      // sealed with another key, or not by us
    }
  }
  return null;
}
