import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { mailedToken } from '../../testing/account-links.ts';
import { codes } from '../../testing/desk-requests.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import {
  browser,
  codeOf,
  enrolled,
  forgetTries,
  ORIGIN,
  PASSWORD,
  person,
  shows,
} from '../../testing/second-factor.ts';
import { subscriberOf, unsubscribePath } from '../following/unsubscribe-token.ts';
import { openLink } from './one-time-link.ts';
import { Authenticator } from './second-factor/second-factor.entity.ts';
import { UserAccount } from './user-account.entity.ts';

const OLD = 'the secret that was used until today';
const NEW = 'the secret that is used from today on';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp({
    settings: { demo: false, production: true, publicOrigin: ORIGIN, secrets: [OLD] },
  });
});
afterAll(() => api.stop());
afterEach(async () => {
  use(OLD);
  await forgetTries(api);
});

/** Makes the app use these values of SESSION_SECRET. */
function use(...secrets: [string, ...string[]]): void {
  api.app.get<Settings>(SETTINGS, { strict: false }).secrets = secrets;
}

describe('when SESSION_SECRET is replaced', () => {
  it('sessions and sign-ins go on while the old one is named, and end when it is gone', async () => {
    const { email, secret } = await enrolled(api);
    const at = browser(api);
    await at.signIn(email);
    const other = browser(api);
    await other.signIn(await person(api, 'DONOR'));
    use(NEW, OLD);
    expect(await other.me()).toBe(200);
    expect(codes((await at.factor('code', { code: shows(secret) })).json())).toEqual([]);
    use(NEW);
    expect(await other.me()).toBe(401);
    // this session began with the new secret
    expect(await at.me()).toBe(200);
  });

  it('the secret of an app is sealed anew when it is used', async () => {
    const { email, secret } = await enrolled(api);
    const { id } = await api.em().findOneOrFail(UserAccount, { email });
    const sealed = async () => (await api.em().findOneOrFail(Authenticator, id)).sealedSecret;
    const before = await sealed();
    use(NEW, OLD);
    const at = browser(api);
    await at.signIn(email);
    expect(codes((await at.factor('code', { code: shows(secret) })).json())).toEqual([]);
    expect(await sealed()).not.toBe(before);
    use(NEW);
    await at.signIn(email);
    expect(codes((await at.factor('code', { code: shows(secret, 1) })).json())).toEqual([]);
  });

  it('a link that was made before still works, and the mail that carries it still finds its token', async () => {
    const email = await person(api, 'DONOR');
    const em = api.em();
    const { id } = await em.findOneOrFail(UserAccount, { email });
    await openLink(em, 'invitation', [OLD], { user: id, createdBy: id });
    const before = await mailedToken(api, email);
    use(NEW, OLD);
    expect(await mailedToken(api, email)).toBe(before);
    use(NEW);
    await expect(mailedToken(api, email)).rejects.toThrow('another installation');
    // the link in the mail that was sent before still works
    const read = await browser(api).post('/auth/invitation', { token: before });
    expect(read.statusCode).toBe(200);
  });

  it('mails can be ended by the links of old mails', () => {
    const path = unsubscribePath([OLD], 'SUBSCRIPTION', 'a-reader');
    const token = new URL(path, ORIGIN).searchParams.get('token') ?? '';
    expect(subscriberOf([NEW, OLD], 'SUBSCRIPTION', token)).toBe('a-reader');
    expect(subscriberOf([NEW], 'SUBSCRIPTION', token)).toBeNull();
    expect(unsubscribePath([NEW, OLD], 'SUBSCRIPTION', 'a-reader')).not.toBe(path);
  });

  it('a device that was known is known', async () => {
    const email = await person(api, 'DONOR');
    const own = browser(api, '203.0.113.9');
    await own.signIn(email);
    use(NEW, OLD);
    const thief = browser(api, '203.0.113.9');
    for (let i = 0; i < 6; i++) await thief.signIn(email, 'wrong horse battery');
    await api
      .em()
      .execute(`update work.sign_in_failure set failures = 30 where key like '% network:%'`);
    expect(codeOf(await thief.signIn(email))).toBe('RATE_LIMITED');
    expect((await own.signIn(email, PASSWORD)).json()).toMatchObject({ role: 'DONOR' });
  });
});
