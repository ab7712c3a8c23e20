import {
  startAuthentication,
  startRegistration,
  WebAuthnError,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { call, problemOf, type Me } from '../../desk/auth.ts';
import type { Problem } from '../../desk/problem-text.ts';

export interface OwnSecondFactor {
  authenticatorSince: string | null;
  passkeys: { id: string; name: string; createdAt: string; lastUsedAt: string | null }[];
  recoveryCodes: number;
  needed: boolean;
  fresh: boolean;
}

export interface Offer {
  secret: string;
  uri: string;
  offer: string;
}

export interface Enrolled {
  problems: readonly Problem[];
  /** Recovery codes; they come with the first factor only. */
  recoveryCodes: string[] | null;
  /** The account that is now signed in, if the sign-in waited for this factor. */
  account: Me | null;
}

export interface Shown {
  problems: readonly Problem[];
  account: Me | null;
}

const path = (name: string) => `/auth/second-factor${name}`;
const post = async (name: string, body: object = {}): Promise<unknown> =>
  (await call(path(name), body)).json();

/** Turns a refusal by the API or by the device into a problem like others. */
async function orProblem<T extends { problems: readonly Problem[] }>(
  work: () => Promise<T>,
): Promise<T | { problems: readonly Problem[] }> {
  try {
    return await work();
  } catch (error) {
    // the person cancelled, or the device has none of the keys asked for
    const isOfDevice = error instanceof WebAuthnError || error instanceof DOMException;
    return {
      problems: [isOfDevice ? { code: 'PASSKEY_CANCELLED', params: [] } : problemOf(error)],
    };
  }
}

export const readOwnFactor = async () => (await (await call(path(''))).json()) as OwnSecondFactor;

export const showCode = (code: string) =>
  orProblem(async () => (await post('/code', { code })) as Shown);

export const showPasskey = () =>
  orProblem(async () => {
    const optionsJSON = (await post('/passkey/options')) as PublicKeyCredentialRequestOptionsJSON;
    return (await post('/passkey', {
      response: await startAuthentication({ optionsJSON }),
    })) as Shown;
  });

export const askForAuthenticator = () =>
  orProblem(async () => ({ problems: [], ...((await post('/authenticator/offer')) as Offer) }));

export const setUpAuthenticator = (offer: string, code: string) =>
  orProblem(async () => (await post('/authenticator', { offer, code })) as Enrolled);

export const addPasskey = (name: string) =>
  orProblem(async () => {
    const optionsJSON = (await post('/passkeys/options')) as PublicKeyCredentialCreationOptionsJSON;
    const response = await startRegistration({ optionsJSON });
    return (await post('/passkeys', { name, response })) as Enrolled;
  });

type Answer = { problems: readonly Problem[] };
export const removeAuthenticator = () =>
  orProblem(async () => (await post('/authenticator/remove')) as Answer);
export const removePasskey = (id: string) =>
  orProblem(async () => (await post('/passkeys/remove', { id })) as Answer);
export const renewRecoveryCodes = () =>
  orProblem(
    async () => (await post('/recovery-codes')) as Answer & Pick<Enrolled, 'recoveryCodes'>,
  );
