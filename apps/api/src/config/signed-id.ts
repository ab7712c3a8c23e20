import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secrets } from './secrets.ts';

/**
 * A signed id that permits one action without a session and without being stored, so that links of old mails keep working.
 * Bound to its purpose.
 */
export function signId([secret]: Secrets, purpose: string, id: string): string {
  return signedBy(secret, purpose, id);
}

function signedBy(secret: string, purpose: string, id: string): string {
  const mark = createHmac('sha256', secret).update(`qadam ${purpose} ${id}`).digest('base64url');
  return `${id}.${mark}`;
}

/** null where it is not ours, or for something else. */
export function signedId(secrets: Secrets, purpose: string, token: string): string | null {
  const [id = ''] = token.split('.', 1);
  const given = Buffer.from(token);
  const isOurs = secrets.some((secret) => {
    const right = Buffer.from(signedBy(secret, purpose, id));
    return given.length === right.length && timingSafeEqual(given, right);
  });
  return isOurs ? id : null;
}
