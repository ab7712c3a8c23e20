import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { createUser } from './create-user.ts';

const password = 'correct horse battery';
const email = 'donor@sign-in.example';

describe('signing in', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
    await createUser(test.em(), {
      email: 'Donor@Sign-In.example',
      name: 'Donor',
      role: 'DONOR',
      password,
    });
  });
  beforeEach(async () => {
    for (const table of ['sign_in_failure', 'sign_in_place'])
      await test.em().execute(`delete from work.${table}`);
    await test.em().execute('update work.user_account set disabled_at = null');
  });
  afterAll(() => test.stop());

  const post = (
    url: string,
    payload: object,
    headers: Record<string, string> = { 'x-qadam': '1' },
    remoteAddress = '127.0.0.1',
  ) => test.http({ method: 'POST', url, payload, headers, remoteAddress });
  const signIn = (credentials: object = { email, password }) => post('/auth/sign-in', credentials);
  const me = (cookie: string) => test.http({ url: '/auth/me', headers: { cookie } });

  async function session(): Promise<string> {
    const [cookie] = String((await signIn()).headers['set-cookie']).split(';');
    return String(cookie);
  }
  const age = (column: string, by: string) =>
    test.em().execute(`update work.session set ${column} = ${column} - interval '${by}'`);

  it('gives a cookie that scripts and other sites do not get, and says who one is', async () => {
    const response = await signIn({ email: ' DONOR@sign-in.example', password });
    expect(response.statusCode).toBe(200);
    expect(response.headers['set-cookie']).toEqual([
      expect.stringMatching(/^qadam=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/),
      expect.stringMatching(
        /^qadam-device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=15552000$/,
      ),
    ]);
    const account = { email, name: 'Donor', role: 'DONOR', area: null, areas: null, demo: true };
    expect(response.json()).toEqual({ id: expect.any(String), ...account });
    expect((await me(await session())).json()).toMatchObject(account);
  });

  it('stores the token as a hash only', async () => {
    const token = (await session()).replace('qadam=', '');
    const stored = JSON.stringify(await test.em().execute('select * from work.session'));
    expect(stored).not.toContain(token);
  });

  it('answers a wrong password, an unknown and a disabled account alike', async () => {
    const wrong = await signIn({ email, password: 'wrong horse battery' });
    const unknown = await signIn({ email: 'nobody@sign-in.example', password });
    await test.em().execute('update work.user_account set disabled_at = now()');
    const disabled = await signIn();
    for (const answer of [wrong, unknown, disabled]) {
      expect(answer.statusCode).toBe(401);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.json()).toMatchObject({
        errors: [
          { message: 'E-mail or password is wrong.', extensions: { code: 'UNAUTHENTICATED' } },
        ],
      });
    }
  });

  it.each([
    {},
    { email },
    { email, password: 1 },
    { email, password, role: 'ADMIN' },
    [email, password],
  ])('refuses %j, which is not an e-mail and a password', async (body) => {
    const answer = await signIn(body);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  const from = async (address: string, tried = 'wrong horse battery') =>
    (await post('/auth/sign-in', { email, password: tried }, undefined, address)).statusCode;

  /** Raises the failures of a network at an account, so that its next attempt must wait longer than a busy machine takes. */
  async function goOn(failures: number, times: number): Promise<void> {
    const went = await test
      .em()
      .execute<unknown[]>(
        `update work.sign_in_failure set failures = ? where key like '% network:%' and failures = ? returning 1`,
        [times, failures],
      );
    expect(went).toHaveLength(1);
  }

  it('slows a network down after five failures at an account, and forgives with a success', async () => {
    for (let i = 0; i < 6; i++)
      expect((await signIn({ email, password: 'wrong horse battery' })).statusCode).toBe(401);
    await goOn(6, 10); // 2^5 - 1 seconds
    const answer = await signIn();
    expect(answer.statusCode).toBe(429);
    const wait = Number(answer.headers['retry-after']);
    expect(wait).toBeGreaterThan(15);
    expect(wait).toBeLessThanOrEqual(31);
    expect(answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED', retryAfter: wait } }],
    });
    await test
      .em()
      .execute(
        `update work.sign_in_failure set last_failed_at = last_failed_at - interval '31 seconds'`,
      );
    expect((await signIn()).statusCode).toBe(200);
    expect((await signIn({ email, password: 'wrong horse battery' })).statusCode).toBe(401);
    expect((await signIn()).statusCode).toBe(200);
  });

  it('lets the owner in at once, however many others keep guessing', async () => {
    for (let i = 0; i < 6; i++) expect(await from('198.51.100.1')).toBe(401);
    await goOn(6, 10);
    expect(await from('198.51.100.1')).toBe(429);
    expect(await from('203.0.113.9', password)).toBe(200);
    expect(await from('198.51.100.1', password)).toBe(429); // the successful sign-in does not reset the failures of the network that guesses
  });

  it('counts a subscriber of IPv6 once, whichever address each attempt comes from', async () => {
    for (let i = 0; i < 6; i++) expect(await from(`2001:db8:1:2::${String(i + 1)}`)).toBe(401);
    await goOn(6, 10);
    expect(await from('2001:db8:1:2:9::9')).toBe(429);
    expect(await from('2001:db8:1:3::1')).toBe(401);
  });

  it('forgets after an hour', async () => {
    for (let i = 0; i < 6; i++) await from('198.51.100.1');
    expect(await from('198.51.100.1')).toBe(429);
    await test
      .em()
      .execute(
        `update work.sign_in_failure set last_failed_at = last_failed_at - interval '61 minutes'`,
      );
    for (let i = 0; i < 5; i++) expect(await from('198.51.100.1')).toBe(401);
  });

  it('never waits longer than a minute', async () => {
    await signIn({ email, password: 'wrong horse battery' });
    await test.em().execute('update work.sign_in_failure set failures = 1000000');
    expect((await signIn()).headers['retry-after']).toBe('60');
    await test
      .em()
      .execute(
        `update work.sign_in_failure set last_failed_at = last_failed_at - interval '60 seconds'`,
      );
    expect((await signIn()).statusCode).toBe(200);
  });

  it('slows an address down that tries many accounts, all at once too', async () => {
    const attempts = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        signIn({ email: `guess${i}@sign-in.example`, password: 'short' }),
      ),
    );
    const refused = attempts.filter((answer) => answer.statusCode === 429).length;
    expect(refused).toBeGreaterThanOrEqual(18);
  });

  it('ends with signing out', async () => {
    const cookie = await session();
    const answer = await post('/auth/sign-out', {}, { 'x-qadam': '1', cookie });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['set-cookie']).toContain('Max-Age=0');
    expect((await me(cookie)).statusCode).toBe(401);
  });

  it('ends after two hours without a request and not before', async () => {
    const cookie = await session();
    await age('last_seen_at', '119 minutes');
    expect((await me(cookie)).statusCode).toBe(200);
    await age('last_seen_at', '119 minutes'); // the request above has just renewed last_seen_at
    expect((await me(cookie)).statusCode).toBe(200);
    await age('last_seen_at', '121 minutes');
    expect((await me(cookie)).statusCode).toBe(401);
  });

  it('ends after twelve hours whatever was done', async () => {
    const cookie = await session();
    await age('created_at', '11 hours 59 minutes');
    expect((await me(cookie)).statusCode).toBe(200);
    await age('created_at', '2 minutes');
    expect((await me(cookie)).statusCode).toBe(401);
  });

  it('follows the account: a new role counts at once, a disabled one is out at once', async () => {
    const cookie = await session();
    await test.em().execute(`update work.user_account set role = 'AUDITOR'`);
    expect((await me(cookie)).json()).toMatchObject({ role: 'AUDITOR' });
    await test.em().execute('update work.user_account set disabled_at = now()');
    expect((await me(cookie)).statusCode).toBe(401);
    const desk = await test.http({
      method: 'POST',
      url: '/work/graphql',
      headers: { cookie },
      payload: { query: '{ me { id } }' },
    });
    expect(desk.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it.each<[string, Record<string, string>, number]>([
    ['nothing says where it comes from', {}, 403],
    [
      'the browser says another site',
      { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000', 'x-qadam': '1' },
      403,
    ],
    ['the origin is another', { origin: 'https://evil.example', 'x-qadam': '1' }, 403],
    [
      'it is a form',
      { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      400,
    ],
    ['the browser says it is ours', { 'sec-fetch-site': 'same-origin' }, 200],
    ['the origin is ours', { origin: 'http://localhost:3000' }, 200],
  ])('when %s', async (_what, headers, status) => {
    const body = status === 400 ? `email=${email}&password=${password}` : { email, password };
    expect(
      (await test.http({ method: 'POST', url: '/auth/sign-in', headers, payload: body }))
        .statusCode,
    ).toBe(status);
  });

  it('lists the demonstration’s accounts with their password', async () => {
    const { accounts, password: shared } = (await test.http('/auth/demo-accounts')).json<{
      accounts: object[];
      password: string;
    }>();
    expect(accounts).toContainEqual({
      email: 'reporter.kgz@demo.example',
      name: 'Reporter, Kyrgyzstan (demonstration)',
      role: 'REPORTER',
      area: 'KGZ',
    });
    expect(accounts).toHaveLength(10);
    expect(shared).toBe('demo-Qadam-2026');
  });
});

describe('signing in, in production', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({
      settings: { demo: false, production: true, publicOrigin: 'https://qadam.example' },
    });
    await createUser(test.em(), { email, name: 'Donor', role: 'DONOR', password });
  });
  afterAll(() => test.stop());

  it('binds the cookie to TLS and to this host', async () => {
    const answer = await test.http({
      method: 'POST',
      url: '/auth/sign-in',
      headers: { origin: 'https://qadam.example' },
      payload: { email, password },
    });
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-qadam=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/,
      ),
      expect.stringMatching(/^__Host-qadam-device=[\w-]{43}; Path=\/; .*; Secure$/),
    ]);
    const [cookie] = String(answer.headers['set-cookie']).split(';');
    const desk = (query: string) =>
      test.http({ method: 'POST', url: '/work/graphql', headers: { cookie }, payload: { query } });
    expect((await desk('{ me { email } }')).json()).toEqual({ data: { me: { email } } });
    expect((await desk('{ __schema { queryType { name } } }')).json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('knows no demonstration accounts', async () => {
    const answer = await test.http('/auth/demo-accounts');
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });
});
