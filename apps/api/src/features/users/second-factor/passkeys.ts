import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { db } from '../../../database/db.ts';
import { upsertRows } from '../../../database/entity-rows.ts';
import { ago, now } from '../../../database/expressions.ts';
import { Passkey, PasskeyChallenge } from './second-factor.entity.ts';
import { STEP_LIFE } from './unfinished-sign-in.store.ts';

/** EdDSA, ECDSA and RSA: every device supports one of them. */
const ALGORITHMS = [-8, -7, -257];

type Purpose = PasskeyChallenge['purpose'];

/** A passkey belongs to the host name at which browsers reach the installation. */
const hostOf = (origin: string): string => new URL(origin).hostname;

async function keepChallenge(
  em: EntityManager,
  user: string,
  purpose: Purpose,
  challenge: string,
): Promise<void> {
  await em.insert(PasskeyChallenge, { challenge, userAccount: user, purpose });
}

/** Was the account asked this within the last ten minutes, and has it not answered yet? */
async function spendChallenge(
  em: EntityManager,
  user: string,
  purpose: Purpose,
  challenge: string,
): Promise<boolean> {
  const spent = await db(em)
    .deleteFrom('work.passkey_challenge')
    .where('challenge', '=', challenge)
    .where('user_account', '=', user)
    .where('purpose', '=', purpose)
    .where('created_at', '>', ago(STEP_LIFE))
    .returning('challenge')
    .executeTakeFirst();
  return spent !== undefined;
}

/**
 * Checks what a device answered: the library throws if it is no such answer, and the challenge in it must be one of ours. `verify` passes the
 * challenge that the answer names to `note`.
 */
async function checked<T>(
  verify: (note: (challenge: string) => boolean) => Promise<T>,
  spend: (challenge: string) => Promise<boolean>,
): Promise<T | null> {
  let named = '';
  const note = (challenge: string) => {
    named = challenge;
    return true;
  };
  const answer = await verify(note).catch(() => null);
  return (await spend(named)) ? answer : null;
}

/** What a device needs to make a new passkey. */
export async function askForNewPasskey(
  em: EntityManager,
  origin: string,
  user: { id: string; email: string; name: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await em.find(Passkey, { userAccount: user.id });
  const options = await generateRegistrationOptions({
    rpName: 'Qadam',
    rpID: hostOf(origin),
    userID: new TextEncoder().encode(user.id),
    userName: user.email,
    userDisplayName: user.name,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ credential, transports }) => ({ id: credential, transports })),
    // the password was just entered, so the device need not check who is there
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
  });
  await keepChallenge(em, user.id, 'ADD', options.challenge);
  return options;
}

/** Stores a new passkey; false if the answer does not fit what was asked. */
export async function addPasskey(
  em: EntityManager,
  origin: string,
  user: string,
  { name, response }: { name: string; response: RegistrationResponseJSON },
): Promise<boolean> {
  const answer = await checked(
    (expectedChallenge) =>
      verifyRegistrationResponse({
        response,
        expectedChallenge,
        expectedOrigin: origin,
        expectedRPID: hostOf(origin),
        requireUserVerification: false,
        supportedAlgorithmIDs: ALGORITHMS,
      }),
    (challenge) => spendChallenge(em, user, 'ADD', challenge),
  );
  if (!answer?.verified) return false;
  const { id, publicKey, counter, transports = [] } = answer.registrationInfo.credential;
  const row = {
    id: randomUUID(),
    userAccount: user,
    credential: id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports: namesOf(transports),
    name,
    createdAt: new Date(),
  };
  return (await upsertRows(em, Passkey, [row], 'STAYS')) > 0;
}

/** The ways to reach the device, as it reports them: a few short words. */
const namesOf = (transports: unknown): string[] =>
  Array.isArray(transports)
    ? transports.filter((one): one is string => /^[a-z-]{1,20}$/.test(String(one))).slice(0, 8)
    : [];

/** What one of the account's passkeys is asked to sign. */
export async function askForPasskey(
  em: EntityManager,
  origin: string,
  user: string,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const known = await em.find(Passkey, { userAccount: user });
  const options = await generateAuthenticationOptions({
    rpID: hostOf(origin),
    allowCredentials: known.map(({ credential, transports }) => ({ id: credential, transports })),
    userVerification: 'preferred',
  });
  await keepChallenge(em, user, 'SHOW', options.challenge);
  return options;
}

/**
 * Did a passkey of the account sign the challenge, for the first time? If the device counts signatures, the count must have grown: otherwise the
 * passkey was copied.
 */
export async function usePasskey(
  em: EntityManager,
  origin: string,
  user: string,
  response: AuthenticationResponseJSON,
): Promise<boolean> {
  const known = await em.findOne(Passkey, { userAccount: user, credential: response.id });
  if (!known) return false;
  const shown = await checked(
    (expectedChallenge) =>
      verifyAuthenticationResponse({
        response,
        expectedChallenge,
        expectedOrigin: origin,
        expectedRPID: hostOf(origin),
        credential: {
          id: known.credential,
          publicKey: new Uint8Array(Buffer.from(known.publicKey, 'base64url')),
          counter: known.counter,
        },
        requireUserVerification: false,
      }),
    (challenge) => spendChallenge(em, user, 'SHOW', challenge),
  );
  if (!shown?.verified) return false;
  await db(em)
    .updateTable('work.passkey')
    .set({ counter: shown.authenticationInfo.newCounter, last_used_at: now })
    .where('id', '=', known.id)
    .execute();
  return true;
}
