import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secrets } from './secrets.ts';

/** A signed id that permits one action without a session. Nothing is stored, so that links in old mails keep working. It is bound to its purpose. */
export function signId([secret]: Secrets, purpose: string, id: string): string {
  return signedBy(secret, purpose, id);
}

function signedBy(secret: string, purpose: string, id: string): string {
  const mark = createHmac('sha256', secret).update(`qadam ${purpose} ${id}`).digest('base64url');
  return `${id}.${mark}`;
}

/** The id; null if the token is not ours, or was made for another purpose. */
export function signedId(secrets: Secrets, purpose: string, token: string): string | null {
  const [id = ''] = token.split('.', 1);
  const given = Buffer.from(token);
  const isOurs = secrets.some((secret) => {
    const right = Buffer.from(signedBy(secret, purpose, id));
    return given.length === right.length && timingSafeEqual(given, right);
  });
  return isOurs ? id : null;
}
