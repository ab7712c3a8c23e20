import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Lets whoever holds a mail end these mails, and nothing else, without signing in (RFC 8058). Signed and not stored: the link of
 * an old mail has to work as well. Bound to its one purpose.
 */
function unsubscribeToken(secret: string, user: string): string {
  const mark = createHmac('sha256', secret)
    .update(`qadam monthly mail ${user}`)
    .digest('base64url');
  return `${user}.${mark}`;
}

/** Whose mails it ends; null where it is not ours. */
export function whoUnsubscribes(secret: string, token: string): string | null {
  const [user = ''] = token.split('.', 1);
  const [given, right] = [token, unsubscribeToken(secret, user)].map((text) => Buffer.from(text));
  return given && right && given.length === right.length && timingSafeEqual(given, right)
    ? user
    : null;
}

/** Below the language. */
export function unsubscribePath(secret: string, user: string): string {
  return `unsubscribe?token=${encodeURIComponent(unsubscribeToken(secret, user))}`;
}
