import type { Secrets } from '../../config/secrets.ts';
import { signedId, signId } from '../../config/signed-id.ts';

/** Mails that can be ended from the mail itself, without signing in (RFC 8058). */
const ENDED_BY_LINK = { MONTHLY: 'monthly mail', SUBSCRIPTION: 'subscription' } as const;
type Ended = keyof typeof ENDED_BY_LINK;

/** The id of the account or subscription whose mails the token ends; null if the token is not ours. */
export function subscriberOf(secrets: Secrets, mails: Ended, token: string): string | null {
  return signedId(secrets, ENDED_BY_LINK[mails], token);
}

/** The page to unsubscribe; below the language. */
export function unsubscribePath(secrets: Secrets, mails: Ended, who: string): string {
  return `unsubscribe?token=${encodeURIComponent(signId(secrets, ENDED_BY_LINK[mails], who))}`;
}
