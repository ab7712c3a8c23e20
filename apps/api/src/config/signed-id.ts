import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * An id that its holder can show again to do one thing, without signing in and without anything being stored: the link of an old
 * mail has to work as well. Bound to its purpose.
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
