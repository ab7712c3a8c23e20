import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { adminRequests } from '../../testing/admin-requests.ts';
import { codes } from '../../testing/desk-requests.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import {
  browser,
  codeOf,
  enrol,
  enrolled,
  forgetTries,
  ORIGIN,
  person,
} from '../../testing/second-factor.ts';
import { UserAccount } from '../users/user-account.entity.ts';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp({ settings: { demo: false, production: true, publicOrigin: ORIGIN } });
});
afterAll(() => api.stop());
beforeEach(() => forgetTries(api));

describe('a second factor that is lost', () => {
  async function reset(email: string, who: string) {
    const desk = adminRequests(api);
    const { id, version } = await userOf(email);
    return desk.change(who, 'resetSecondFactor', { user: id, expectedVersion: version });
  }
  const userOf = (email: string) => api.em().findOneOrFail(UserAccount, { email });

  async function confirm(email: string, who: string) {
    const { id, version } = await userOf(email);
    const input = { user: id, expectedVersion: version };
    const { payload } = await adminRequests(api).change(who, 'confirmAccount', input);
    return codes(payload);
  }

  it('is taken away by an administrator, and the account waits for a second person', async () => {
    const [admin, second] = [await person(api, 'ADMIN'), await person(api, 'ADMIN')];
    const { email, at, secret } = await enrolled(api);
    expect(codes((await reset(email, admin)).payload)).toEqual([]);
    expect(await at.me()).toBe(401);
    const stored = await api
      .em()
      .execute(`select 1 from work.authenticator a where user_account = ?`, [
        (await userOf(email)).id,
      ]);
    expect(stored).toEqual([]);
    expect(codeOf(await browser(api).signIn(email))).toBe('PENDING_CONFIRMATION');
    expect(await confirm(email, admin)).toEqual(['CONFIRM_OWN_ACT']);
    expect(await confirm(email, second)).toEqual([]);
    const next = browser(api);
    expect((await next.signIn(email)).json()).toMatchObject({ step: 'SET_UP_FACTOR' });
    expect((await enrol(next)).secret).not.toBe(secret);
  });

  it('is not taken away from oneself, nor where there is none', async () => {
    const { email } = await enrolled(api, 'ADMIN');
    expect(codes((await reset(email, email)).payload)).toEqual(['OWN_ACCOUNT']);
    expect(codes((await reset(await person(api, 'DONOR'), email)).payload)).toEqual([
      'FACTOR_UNKNOWN',
    ]);
  });
});
