import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * A signed id that permits one action without a session and without being stored, so that links of old mails keep working.
 * Bound to its purpose.
 */
export function signId(secret: string, purpose: string, id: string): string {
  const mark = createHmac('sha256', secret).update(`qadam ${purpose} ${id}`).digest('base64url');
  return `${id}.${mark}`;
}

/** null where it is not ours, or for something else. */
export function signedId(secret: string, purpose: string, token: string): string | null {
  const [id = ''] = token.split('.', 1);
  const [given, right] = [token, signId(secret, purpose, id)].map((text) => Buffer.from(text));
  return given && right && given.length === right.length && timingSafeEqual(given, right)
    ? id
    : null;
}
