import { SignInFailure, SignInPlace } from '../features/users/session.entity.ts';
import type { TestApp } from './harness.ts';

/** Requests of people who sign in or open a link, from any address. Earlier attempts are forgotten. */
export async function accountRequests(api: TestApp) {
  await api.em().nativeDelete(SignInFailure, {});
  await api.em().nativeDelete(SignInPlace, {});
  const post = (url: string, payload: object, remoteAddress = '127.0.0.1', cookie = '') =>
    api.http({
      method: 'POST',
      url,
      payload,
      remoteAddress,
      headers: { 'x-qadam': '1', ...(cookie ? { cookie } : {}) },
    });
  const signIn = (email: string, password: string, address?: string, cookie?: string) =>
    post('/auth/sign-in', { email, password }, address, cookie);
  return { post, signIn };
}

export const cookiesOf = (answer: { headers: Record<string, unknown> }): string[] =>
  [answer.headers['set-cookie']].flat().map((line) => String(line).split(';')[0] ?? '');
