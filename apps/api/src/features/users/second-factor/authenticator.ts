import type { EntityManager } from '@mikro-orm/postgresql';
import { Secret, TOTP } from 'otpauth';
import { seal, unseal } from '../../../config/seal.ts';
import type { Secrets } from '../../../config/secrets.ts';
import { db } from '../../../database/db.ts';
import { upsertRows } from '../../../database/entity-rows.ts';
import { Authenticator } from './second-factor.entity.ts';

/** Settings that every app supports: SHA-1 is safe in an HMAC, and some apps ignore any other setting. */
const CODES = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
/** How many half minutes a clock may be wrong, in either direction. */
const WINDOW = 1;
const OFFERED_FOR_MS = 15 * 60_000;

const totpOf = (secret: string, label?: string) =>
  new TOTP({
    ...CODES,
    issuer: 'Qadam',
    secret: Secret.fromBase32(secret),
    ...(label === undefined ? {} : { label }),
  });
const boundTo = (user: string) => `authenticator of ${user}`;
const offeredTo = (user: string) => `authenticator offered to ${user}`;

/** The half minute for which a code is right; null if it fits none that is accepted now. */
function stepOf(secret: string, code: string): number | null {
  const totp = totpOf(secret);
  const delta = totp.validate({ token: code, window: WINDOW });
  return delta === null ? null : totp.counter() + delta;
}

export interface AuthenticatorOffer {
  /** To be typed where no camera can read the QR code. */
  secret: string;
  /** The content of the QR code. */
  uri: string;
  /** Sent back with the first code. It holds the secret and its expiry, sealed for this account, so that nothing is stored before. */
  offer: string;
}

export function offerAuthenticator(
  secrets: Secrets,
  user: { id: string; email: string },
): AuthenticatorOffer {
  const secret = new Secret({ size: SECRET_BYTES }).base32;
  const until = String(Date.now() + OFFERED_FOR_MS);
  return {
    secret,
    uri: totpOf(secret, user.email).toString(),
    offer: seal(secrets, offeredTo(user.id), `${until} ${secret}`),
  };
}

/** Accepts an offer, which replaces the earlier authenticator, and returns null; otherwise returns why it refuses. */
export async function takeAuthenticator(
  em: EntityManager,
  secrets: Secrets,
  user: string,
  { offer, code }: { offer: string; code: string },
): Promise<'OFFER_EXPIRED' | 'FACTOR_CODE_WRONG' | null> {
  const [until = '', secret = ''] = unseal(secrets, offeredTo(user), offer)?.text.split(' ') ?? [];
  if (!(Number(until) > Date.now())) return 'OFFER_EXPIRED';
  const step = stepOf(secret, code);
  if (step === null) return 'FACTOR_CODE_WRONG';
  const row = {
    userAccount: user,
    sealedSecret: seal(secrets, boundTo(user), secret),
    lastStep: step,
    createdAt: new Date(),
  };
  await upsertRows(em, Authenticator, [row]);
  return null;
}

/** Is the code valid now and used for the first time? A secret that was sealed with an older key is sealed anew. */
export async function useAuthenticatorCode(
  em: EntityManager,
  secrets: Secrets,
  user: string,
  code: string,
): Promise<boolean> {
  const known = await em.findOne(Authenticator, { userAccount: user });
  const opened = known && unseal(secrets, boundTo(user), known.sealedSecret);
  if (!opened) return false;
  const step = stepOf(opened.text, code);
  if (step === null) return false;
  // of two simultaneous requests with the same code, the second finds it used
  const used = await db(em)
    .updateTable('work.authenticator')
    .set({
      last_step: step,
      ...(opened.isOld ? { sealed_secret: seal(secrets, boundTo(user), opened.text) } : {}),
    })
    .where('user_account', '=', user)
    .where('last_step', '<', step)
    .returning('user_account')
    .executeTakeFirst();
  return used !== undefined;
}
