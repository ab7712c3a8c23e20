import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes } from '../../../testing/desk-requests.ts';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { type ProvidedPerson, startIdentityProvider } from '../../../testing/identity-provider.ts';
import {
  browser,
  type Browser,
  enrolled,
  ORIGIN,
  person,
  shows,
} from '../../../testing/second-factor.ts';
import { UserAccount } from '../user-account.entity.ts';

const CALLBACK = '/auth/single-sign-on/callback';
let api: TestApp;
let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
beforeAll(async () => {
  provider = await startIdentityProvider(`${ORIGIN}${CALLBACK}`);
  api = await startTestApp({
    settings: {
      demo: false,
      production: true,
      publicOrigin: ORIGIN,
      signOn: provider.settings,
    },
  });
});
afterAll(async () => {
  await api.stop();
  await provider.stop();
});

const pathOf = (address: string) => address.replace(ORIGIN, '');
const locationOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['location']);
/** Visits the provider; returns the path to which it sends the browser back. */
async function goThere(at: Browser, as: ProvidedPerson): Promise<string> {
  const begun = await at.send('GET', '/auth/single-sign-on?lang=ru&next=/ru/review');
  expect(begun.statusCode).toBe(303);
  return pathOf(await provider.visit(locationOf(begun), as));
}
/** Visits the provider and comes back; returns the address at which the page goes on. */
async function signOn(at: Browser, as: ProvidedPerson): Promise<string> {
  return locationOf(await at.send('GET', await goThere(at, as)));
}
const nextStep = async (at: Browser) =>
  (await at.send('GET', '/auth/sign-in')).json<{ next: unknown }>().next;

const DONE = '/ru/sign-in?next=%2Fru%2Freview';

describe('signing in by a provider', () => {
  it('is offered where one is set up', async () => {
    const answer = await browser(api).send('GET', '/auth/sign-in');
    expect(answer.json()).toEqual({ singleSignOn: true, next: null });
  });

  it('links the account of the verified address, and knows the person by it from then on', async () => {
    const email = await person(api, 'DONOR');
    const at = browser(api);
    expect(await signOn(at, { subject: 'donor-1', email: email.toUpperCase() })).toBe(DONE);
    expect(await at.me()).toBe(200);
    // once linked, another address at the provider makes no difference
    const later = browser(api);
    await signOn(later, { subject: 'donor-1', email: 'married@example.org' });
    expect((await later.send('GET', '/auth/me')).json()).toMatchObject({ email, role: 'DONOR' });
    const { id } = await api.em().findOneOrFail(UserAccount, { email });
    const events = await api
      .em()
      .execute<{ operation: string }[]>(
        `select operation from work.audit_event where subject = ? and operation <> 'CREATE_USER'`,
        [`user ${id}`],
      );
    expect(events.map(({ operation }) => operation)).toEqual(['LINK_SIGN_ON']);
  });

  it.each<[string, Partial<ProvidedPerson>]>([
    ['the address is not verified', { verified: false }],
    ['nobody has the address', { email: 'nobody@factor.example' }],
  ])('lets nobody in where %s', async (_what, more) => {
    const at = browser(api);
    const email = await person(api, 'DONOR');
    expect(await signOn(at, { subject: `stranger ${email}`, email, ...more })).toBe(
      `${DONE}&failed=NO_ACCOUNT`,
    );
    expect(await at.me()).toBe(401);
  });

  it('links no second person of the provider with an account', async () => {
    const email = await person(api, 'DONOR');
    await signOn(browser(api), { subject: 'first', email });
    const at = browser(api);
    expect(await signOn(at, { subject: 'second', email })).toContain('failed=NO_ACCOUNT');
    expect(await at.me()).toBe(401);
  });

  it('is not for an account that is disabled or waits for a second person', async () => {
    const email = await person(api, 'DONOR');
    await signOn(browser(api), { subject: 'leaver', email });
    await api
      .em()
      .execute('update work.user_account set disabled_at = now() where email = ?', [email]);
    const at = browser(api);
    expect(await signOn(at, { subject: 'leaver', email })).toContain('failed=NO_ACCOUNT');
    expect(await at.me()).toBe(401);
    const [officer, other] = [await person(api, 'OFFICER'), await person(api, 'ADMIN')];
    await api.em().execute(
      `insert into work.account_confirmation (user_account, act, asked_by)
        select u.id, 'ROLE', o.id from work.user_account u, work.user_account o where u.email = ? and o.email = ?`,
      [officer, other],
    );
    expect(await signOn(at, { subject: 'waiting', email: officer, amr: ['mfa'] })).toContain(
      'failed=PENDING',
    );
    expect(await at.me()).toBe(401);
  });

  it('takes no role from outside', async () => {
    const email = await person(api, 'DONOR');
    const at = browser(api);
    const claims = {
      subject: 'ambitious',
      email,
      role: 'ADMIN',
      roles: ['ADMIN'],
      groups: ['ADMIN'],
    };
    await signOn(at, claims);
    expect((await at.send('GET', '/auth/me')).json()).toMatchObject({ role: 'DONOR' });
  });

  it('asks an officer for a second factor unless the provider says that one was shown', async () => {
    const email = await person(api, 'OFFICER');
    const at = browser(api);
    await signOn(at, { subject: 'officer-1', email, amr: ['pwd'] });
    expect(await at.me()).toBe(401);
    expect(await nextStep(at)).toEqual({ step: 'SET_UP_FACTOR', factors: [] });
    // the identity is linked only after the last step
    expect(
      await api.em().execute(`select 1 from work.external_identity where subject = 'officer-1'`),
    ).toEqual([]);
    await signOn(at, { subject: 'officer-1', email, amr: ['pwd', 'mfa'] });
    expect(await at.me()).toBe(200);
  });

  it('asks for the factor that the account has before it is linked, whatever the provider says', async () => {
    const { email, secret } = await enrolled(api);
    const at = browser(api);
    const there = { subject: 'officer-2', email, amr: ['mfa'] };
    expect(await signOn(at, there)).toBe(DONE);
    expect(await at.me()).toBe(401);
    expect(await nextStep(at)).toEqual({
      step: 'SHOW_FACTOR',
      factors: ['TOTP', 'RECOVERY_CODE'],
    });
    expect(codes((await at.factor('code', { code: shows(secret) })).json())).toEqual([]);
    expect(await at.me()).toBe(200);
    // the identity is linked now, so the provider's word about a second factor counts
    const next = browser(api);
    await signOn(next, there);
    expect(await next.me()).toBe(200);
    const without = browser(api);
    await signOn(without, { ...there, amr: ['pwd'] });
    expect(await without.me()).toBe(401);
    expect(await nextStep(without)).toMatchObject({ step: 'SHOW_FACTOR' });
  });

  it('takes an answer only in the browser that asked, once, and with its state', async () => {
    const email = await person(api, 'DONOR');
    const at = browser(api);
    const back = await goThere(at, { subject: 'careful', email });
    const other = browser(api);
    expect(locationOf(await other.send('GET', back))).toContain('failed=PROVIDER');
    const third = browser(api);
    await third.send('GET', '/auth/single-sign-on');
    expect(locationOf(await third.send('GET', back))).toContain('failed=PROVIDER');
    expect([await other.me(), await third.me()]).toEqual([401, 401]);
    expect(locationOf(await at.send('GET', back))).toBe(DONE);
    expect(locationOf(await at.send('GET', back))).toContain('failed=PROVIDER');
  });

  it('goes back to the sign-in page, which is left to refuse an address of another site', async () => {
    const email = await person(api, 'DONOR');
    const at = browser(api);
    const begun = await at.send('GET', '/auth/single-sign-on?lang=xx&next=https://evil.example');
    const back = pathOf(await provider.visit(locationOf(begun), { subject: 'tempted', email }));
    expect(locationOf(await at.send('GET', back))).toMatch(/^\/en\/sign-in\?next=https%3A/);
  });
});

it('an address that no cookie holds is left out', async () => {
  const email = await person(api, 'DONOR');
  const at = browser(api);
  const begun = await at.send('GET', `/auth/single-sign-on?lang=kk&next=/${'x'.repeat(3000)}`);
  const back = pathOf(await provider.visit(locationOf(begun), { subject: 'long', email }));
  expect(locationOf(await at.send('GET', back))).toBe('/kk/sign-in');
  expect(await at.me()).toBe(200);
});

describe('without a provider', () => {
  let plain: TestApp;
  beforeAll(async () => {
    plain = await startTestApp({ settings: { publicOrigin: ORIGIN } });
  });
  afterAll(() => plain.stop());

  it('nothing is offered, and nothing answers', async () => {
    const at = browser(plain);
    expect((await at.send('GET', '/auth/sign-in')).json()).toEqual({
      singleSignOn: false,
      next: null,
    });
    expect(locationOf(await at.send('GET', '/auth/single-sign-on'))).toContain('failed=PROVIDER');
    expect(locationOf(await at.send('GET', `${CALLBACK}?code=1&state=2`))).toContain(
      'failed=PROVIDER',
    );
  });
});
