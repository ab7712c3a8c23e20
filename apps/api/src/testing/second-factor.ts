import { expect } from '@jest/globals';
import { TOTP } from 'otpauth';
import { createUser } from '../features/users/create-user.ts';
import { SignInFailure, SignInPlace } from '../features/users/session.entity.ts';
import { cookiesOf } from './account-requests.ts';
import type { TestApp } from './harness.ts';

export const PASSWORD = 'correct horse battery';
export const ORIGIN = 'https://qadam.example';
const HALF_MINUTE = 30_000;

type Answer = Awaited<ReturnType<TestApp['http']>>;
export interface Enrolled {
  problems: { code: string }[];
  recoveryCodes: string[] | null;
  account: { email: string } | null;
}

/** A browser: its requests send the cookies that it was given. */
export function browser(api: TestApp, address = '127.0.0.1') {
  const jar = new Map<string, string>();
  const send = async (method: 'GET' | 'POST', url: string, payload?: object): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await api.http({
      method,
      url,
      remoteAddress: address,
      headers: { origin: ORIGIN, cookie },
      ...(payload ? { payload } : {}),
    });
    if (answer.headers['set-cookie'] !== undefined)
      for (const line of cookiesOf(answer)) {
        const [name = '', value = ''] = line.split('=');
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
    return answer;
  };
  const post = (url: string, payload: object = {}) => send('POST', url, payload);
  const factor = (url: string, payload?: object) => post(`/auth/second-factor/${url}`, payload);
  const signIn = (email: string, password = PASSWORD) => post('/auth/sign-in', { email, password });
  const me = async () => (await send('GET', '/auth/me')).statusCode;
  const read = () => send('GET', '/auth/second-factor');
  return { jar, post, factor, signIn, me, read, send };
}
export type Browser = ReturnType<typeof browser>;

export const codeOf = (answer: Answer) =>
  answer.json<{ errors?: { extensions: { code: string } }[] }>().errors?.[0]?.extensions.code;
/** The code that the app shows that many half minutes from now. */
export const shows = (secret: string, ahead = 0) =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + ahead * HALF_MINUTE });

let number = 0;
/** A new account for each test, so that none finds what another has set up. */
export async function person(api: TestApp, role: 'OFFICER' | 'DONOR' | 'ADMIN'): Promise<string> {
  const email = `${role.toLowerCase()}${String(++number)}@factor.example`;
  await createUser(api.em(), { email, name: email, role, password: PASSWORD });
  return email;
}

const halfMinute = () => Math.floor(Date.now() / HALF_MINUTE);

/** Sets up an app and returns its secret. It uses the code of the previous half minute, so that the current one is left for the test. */
export async function enrol(at: Browser): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret, offer } = (await at.factor('authenticator/offer')).json<{
    secret: string;
    offer: string;
  }>();
  const send = async () => {
    const answer = await at.factor('authenticator', { offer, code: shows(secret, -1) });
    return answer.json<Enrolled>();
  };
  const began = halfMinute();
  const first = await send();
  // if a half minute ended on the way, the code was already too old
  const isLate = first.problems.length > 0 && halfMinute() !== began;
  const { problems, recoveryCodes } = isLate ? await send() : first;
  expect(problems).toEqual([]);
  return { secret, recoveryCodes: recoveryCodes ?? [] };
}
export async function enrolled(api: TestApp, role: 'OFFICER' | 'DONOR' | 'ADMIN' = 'OFFICER') {
  const email = await person(api, role);
  const at = browser(api);
  await at.signIn(email);
  return { email, at, ...(await enrol(at)) };
}

/** Forgets all earlier attempts to sign in. */
export async function forgetTries(api: TestApp): Promise<void> {
  await api.em().nativeDelete(SignInFailure, {});
  await api.em().nativeDelete(SignInPlace, {});
}
