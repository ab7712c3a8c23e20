import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';
import { cookiesOf } from '../../../testing/account-requests.ts';
import { adminRequests } from '../../../testing/admin-requests.ts';
import { codes } from '../../../testing/desk-requests.ts';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { softPasskey } from '../../../testing/soft-passkey.ts';
import { createUser } from '../create-user.ts';
import { UserAccount } from '../user-account.entity.ts';

const PASSWORD = 'correct horse battery';
const ORIGIN = 'https://qadam.example';
const HALF_MINUTE = 30_000;
const TABLES = ['authenticator', 'passkey', 'recovery_code', 'unfinished_sign_in', 'session'];

type Answer = Awaited<ReturnType<TestApp['http']>>;
interface Enrolled {
  problems: { code: string }[];
  recoveryCodes: string[] | null;
  account: { email: string } | null;
}

/** A browser: what it posts carries the cookies that it was given. */
function browser(api: TestApp, address = '127.0.0.1') {
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
type Browser = ReturnType<typeof browser>;

const codeOf = (answer: Answer) =>
  answer.json<{ errors?: { extensions: { code: string } }[] }>().errors?.[0]?.extensions.code;
/** The code that the app shows so many half minutes from now. */
const shows = (secret: string, ahead = 0) =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + ahead * HALF_MINUTE });

let api: TestApp;
let number = 0;
/** An account of its own, so that no test meets what another one set up. */
async function person(role: 'OFFICER' | 'DONOR' | 'ADMIN'): Promise<string> {
  const email = `${role.toLowerCase()}${String(++number)}@factor.example`;
  await createUser(api.em(), { email, name: email, role, password: PASSWORD });
  return email;
}

/** Sets an app up, and returns its secret. */
async function enrol(at: Browser): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret, offer } = (await at.factor('authenticator/offer')).json<{
    secret: string;
    offer: string;
  }>();
  const answer = await at.factor('authenticator', { offer, code: shows(secret, -1) });
  const { problems, recoveryCodes } = answer.json<Enrolled>();
  expect(problems).toEqual([]);
  return { secret, recoveryCodes: recoveryCodes ?? [] };
}
async function enrolled(role: 'OFFICER' | 'DONOR' | 'ADMIN' = 'OFFICER') {
  const email = await person(role);
  const at = browser(api);
  await at.signIn(email);
  return { email, at, ...(await enrol(at)) };
}

beforeEach(async () => {
  for (const table of ['sign_in_failure', 'sign_in_place'])
    await api.em().execute(`delete from work.${table}`);
});

describe('a second factor, outside the demonstration', () => {
  beforeAll(async () => {
    api = await startTestApp({
      settings: { demo: false, production: true, publicOrigin: ORIGIN },
    });
  });
  afterAll(() => api.stop());

  it('is set up by an officer before anything else, and then they are signed in', async () => {
    const email = await person('OFFICER');
    const at = browser(api);
    const answer = await at.signIn(email);
    expect(answer.json()).toEqual({ step: 'SET_UP_FACTOR', factors: [] });
    expect([...at.jar.keys()]).toEqual(['__Host-qadam-sign-in']);
    expect(await at.me()).toBe(401);
    const { secret, offer } = (await at.factor('authenticator/offer')).json<{
      secret: string;
      offer: string;
    }>();
    const wrong = (await at.factor('authenticator', { offer, code: '000000' })).json<Enrolled>();
    expect(codes(wrong)).toEqual(['FACTOR_CODE_WRONG']);
    expect(await at.me()).toBe(401);
    const right = (
      await at.factor('authenticator', { offer, code: shows(secret) })
    ).json<Enrolled>();
    expect(right).toMatchObject({ problems: [], account: { email } });
    expect(right.recoveryCodes).toHaveLength(10);
    expect(await at.me()).toBe(200);
    expect(at.jar.has('__Host-qadam-sign-in')).toBe(false);
  });

  it('is not asked of a donor who has none', async () => {
    const at = browser(api);
    expect((await at.signIn(await person('DONOR'))).json()).toMatchObject({ role: 'DONOR' });
    expect(await at.me()).toBe(200);
  });

  it('opens nothing before it is given: no desk, no page, no other step', async () => {
    const { email } = await enrolled();
    const at = browser(api);
    const answer = await at.signIn(email);
    expect(answer.json()).toEqual({ step: 'SHOW_FACTOR', factors: ['TOTP', 'RECOVERY_CODE'] });
    const half = String(at.jar.get('__Host-qadam-sign-in'));
    expect(await at.me()).toBe(401);
    expect(codeOf(await at.read())).toBe('UNAUTHENTICATED');
    expect(codeOf(await at.post('/work/graphql', { query: '{ me { id } }' }))).toBe(
      'UNAUTHENTICATED',
    );
    expect(codeOf(await at.post('/auth/password', { old: PASSWORD, password: 'x' }))).toBe(
      'UNAUTHENTICATED',
    );
    for (const other of ['authenticator/offer', 'passkeys/options', 'recovery-codes'])
      expect(codeOf(await at.factor(other))).toBe('UNAUTHENTICATED');
    // nor does its token in the place of a session's
    at.jar.clear();
    at.jar.set('__Host-qadam', half);
    expect(await at.me()).toBe(401);
  });

  it('takes the code of the app once, and gives the session a token of its own', async () => {
    const { email, secret } = await enrolled();
    const code = shows(secret);
    const [one, other] = [browser(api), browser(api)];
    await one.signIn(email);
    await other.signIn(email);
    const half = one.jar.get('__Host-qadam-sign-in');
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect((await one.factor('code', { code: spaced })).json()).toMatchObject({
      problems: [],
      account: { email },
    });
    expect(one.jar.get('__Host-qadam')).not.toBe(half);
    expect(await one.me()).toBe(200);
    const again = await other.factor('code', { code });
    expect(codes(again.json())).toEqual(['FACTOR_CODE_WRONG']);
    // nor one of the half minute before it
    expect(codes((await other.factor('code', { code: shows(secret, -1) })).json())).toEqual([
      'FACTOR_CODE_WRONG',
    ]);
    expect(await other.me()).toBe(401);
  });

  it('takes each code once, of two who send it at the same moment too', async () => {
    const { email, secret } = await enrolled();
    const both = [browser(api), browser(api)];
    for (const at of both) await at.signIn(email);
    const code = shows(secret);
    const answers = await Promise.all(both.map((at) => at.factor('code', { code })));
    expect(answers.map((answer) => codes(answer.json())).sort()).toEqual([
      [],
      ['FACTOR_CODE_WRONG'],
    ]);
  });

  it('is replaced by a recovery code, once', async () => {
    const { email, recoveryCodes } = await enrolled();
    const [code = ''] = recoveryCodes;
    const at = browser(api);
    await at.signIn(email);
    expect((await at.factor('code', { code: code.toLowerCase() })).json()).toMatchObject({
      account: { email },
    });
    expect((await at.read()).json()).toMatchObject({ recoveryCodes: 9 });
    const again = browser(api);
    await again.signIn(email);
    expect(codes((await again.factor('code', { code })).json())).toEqual(['FACTOR_CODE_WRONG']);
  });

  it('makes recovery codes anew, of which the old ones do not count', async () => {
    const { email, at, recoveryCodes } = await enrolled();
    const made = (await at.factor('recovery-codes')).json<Enrolled>();
    expect(made.recoveryCodes).toHaveLength(10);
    expect(made.recoveryCodes).not.toContain(recoveryCodes[0]);
    const other = browser(api);
    await other.signIn(email);
    const old = await other.factor('code', { code: recoveryCodes[0] ?? '' });
    expect(codes(old.json())).toEqual(['FACTOR_CODE_WRONG']);
    const fresh = await other.factor('code', { code: made.recoveryCodes?.[0] ?? '' });
    expect(codes(fresh.json())).toEqual([]);
  });

  it('leaves no secret in the database, the audit chain or an answer that is kept', async () => {
    const { at, email, secret, recoveryCodes } = await enrolled();
    await at.factor('code', { code: shows(secret) });
    const tables = [...TABLES, 'audit_event', 'idempotent_answer', 'notification'];
    const rows = await Promise.all(
      tables.map((table) => api.em().execute(`select t::text from work.${table} t`)),
    );
    const stored = JSON.stringify(rows);
    expect(stored).toContain((await api.em().findOneOrFail(UserAccount, { email })).id);
    for (const code of [
      secret,
      ...recoveryCodes,
      ...recoveryCodes.map((c) => c.replaceAll('-', '')),
    ])
      expect(stored).not.toContain(code);
    expect((await at.read()).body).not.toContain(secret);
  });

  it('records who set it up, took it away or used a recovery code, and nothing of it', async () => {
    const { at, email, recoveryCodes } = await enrolled('DONOR');
    const other = browser(api);
    await other.signIn(email);
    await other.factor('code', { code: recoveryCodes[0] ?? '' });
    await at.factor('authenticator/remove');
    const { id } = await api.em().findOneOrFail(UserAccount, { email });
    const events = await api
      .em()
      .execute(
        `select operation, before, after from work.audit_event where subject = ? order by number`,
        [`user ${id}`],
      );
    expect(events).toMatchObject([
      { operation: 'CREATE_USER' },
      { operation: 'ADD_SECOND_FACTOR', after: { factor: 'TOTP' } },
      { operation: 'USE_RECOVERY_CODE', after: { left: 9 } },
      { operation: 'REMOVE_SECOND_FACTOR', before: { factor: 'TOTP' } },
    ]);
  });

  it('is changed only by who signed in a moment ago', async () => {
    const { at } = await enrolled();
    expect((await at.read()).json()).toMatchObject({ fresh: true, needed: true });
    await api
      .em()
      .execute(`update work.session set created_at = created_at - interval '16 minutes'`);
    expect((await at.read()).json()).toMatchObject({ fresh: false });
    for (const act of ['authenticator/offer', 'authenticator/remove', 'recovery-codes'])
      expect(codeOf(await at.factor(act))).toBe('SIGN_IN_AGAIN');
  });

  it('is replaced, and the last one not removed, by who must have one', async () => {
    const { at, email, secret } = await enrolled();
    expect(codes((await at.factor('authenticator/remove')).json())).toEqual([
      'SECOND_FACTOR_NEEDED',
    ]);
    const next = await enrol(at);
    expect(next.recoveryCodes).toEqual([]);
    const other = browser(api);
    await other.signIn(email);
    expect(codes((await other.factor('code', { code: shows(secret, 1) })).json())).toEqual([
      'FACTOR_CODE_WRONG',
    ]);
    expect(codes((await other.factor('code', { code: shows(next.secret) })).json())).toEqual([]);
  });

  it('removed by a donor, takes the recovery codes along', async () => {
    const { at, email } = await enrolled('DONOR');
    expect(codes((await at.factor('authenticator/remove')).json())).toEqual([]);
    expect((await at.read()).json()).toMatchObject({ authenticatorSince: null, recoveryCodes: 0 });
    expect((await browser(api).signIn(email)).json()).toMatchObject({ role: 'DONOR' });
  });

  it('is not set up with an offer that was made to another', async () => {
    const [one, other] = [browser(api), browser(api)];
    await one.signIn(await person('OFFICER'));
    await other.signIn(await person('OFFICER'));
    const { secret, offer } = (await one.factor('authenticator/offer')).json<{
      secret: string;
      offer: string;
    }>();
    const taken = await other.factor('authenticator', { offer, code: shows(secret) });
    expect(codes(taken.json())).toEqual(['OFFER_EXPIRED']);
  });

  it('waits for ten minutes, and not for who is disabled meanwhile', async () => {
    const { email, secret } = await enrolled();
    const at = browser(api);
    await at.signIn(email);
    await api
      .em()
      .execute(
        `update work.unfinished_sign_in set created_at = created_at - interval '11 minutes'`,
      );
    expect(codeOf(await at.factor('code', { code: shows(secret) }))).toBe('UNAUTHENTICATED');
    await at.signIn(email);
    await api
      .em()
      .execute(`update work.user_account set disabled_at = now() where email = ?`, [email]);
    expect(codeOf(await at.factor('code', { code: shows(secret) }))).toBe('UNAUTHENTICATED');
  });

  it('refuses a request from another site', async () => {
    const { email } = await enrolled();
    const at = browser(api);
    await at.signIn(email);
    const answer = await api.http({
      method: 'POST',
      url: '/auth/second-factor/code',
      headers: { origin: 'https://evil.example' },
      payload: { code: '000000' },
    });
    expect(codeOf(answer)).toBe('FORBIDDEN');
  });

  describe('guessed at', () => {
    const guess = (at: Browser) => at.factor('code', { code: '000000' });

    it('makes who guesses wait, whatever network each guess comes from and however often the password is given', async () => {
      const { email } = await enrolled();
      for (let i = 0; i < 6; i++) {
        const at = browser(api, `100.64.${String(i)}.7`);
        await at.signIn(email);
        expect(codes((await guess(at)).json())).toEqual(['FACTOR_CODE_WRONG']);
      }
      await api
        .em()
        .execute(`update work.sign_in_failure set failures = 30 where key like '% factor'`);
      const at = browser(api, '100.65.0.7');
      await at.signIn(email);
      const refused = await guess(at);
      expect(codeOf(refused)).toBe('RATE_LIMITED');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800);
    });

    it('keeps the owner out of no device that they signed in at', async () => {
      const { email, secret } = await enrolled();
      const own = browser(api);
      await own.signIn(email);
      expect(codes((await own.factor('code', { code: shows(secret) })).json())).toEqual([]);
      const thief = browser(api, '100.64.0.7');
      await thief.signIn(email);
      await guess(thief);
      await api
        .em()
        .execute(`update work.sign_in_failure set failures = 30 where key like '% factor'`);
      expect(codeOf(await guess(thief))).toBe('RATE_LIMITED');
      await own.signIn(email);
      expect(codes((await own.factor('code', { code: shows(secret, 1) })).json())).toEqual([]);
    });

    it('does not make a device known by its password alone', async () => {
      const { email } = await enrolled();
      const at = browser(api);
      await at.signIn(email);
      const known = await api.em().execute(`select key from work.sign_in_place`);
      expect(known).toEqual([]);
    });
  });

  describe('as a passkey', () => {
    async function withPasskey(role: 'OFFICER' | 'DONOR' = 'OFFICER') {
      const email = await person(role);
      const at = browser(api);
      await at.signIn(email);
      const key = softPasskey(ORIGIN);
      const options = (await at.factor('passkeys/options')).json<Parameters<typeof key.make>[0]>();
      const response = key.make(options);
      const answer = await at.factor('passkeys', { name: 'My telephone', response });
      expect(answer.json<Enrolled>()).toMatchObject({
        problems: [],
        account: role === 'OFFICER' ? { email } : null,
      });
      return { email, at, key, response };
    }
    const ask = async (at: Browser) =>
      (await at.factor('passkey/options')).json<
        Parameters<ReturnType<typeof softPasskey>['show']>[0]
      >();

    it('is set up and shown', async () => {
      const { email, key, at } = await withPasskey();
      expect((await at.read()).json()).toMatchObject({ passkeys: [{ name: 'My telephone' }] });
      const next = browser(api);
      expect((await next.signIn(email)).json()).toEqual({
        step: 'SHOW_FACTOR',
        factors: ['PASSKEY', 'RECOVERY_CODE'],
      });
      const shown = await next.factor('passkey', { response: key.show(await ask(next)) });
      expect(shown.json()).toMatchObject({ problems: [], account: { email } });
      expect(await next.me()).toBe(200);
    });

    it('signs once what it was asked: not a second time, not what was asked of another', async () => {
      const { email, key } = await withPasskey();
      const [one, other] = [browser(api), browser(api)];
      await one.signIn(email);
      await other.signIn(email);
      const response = key.show(await ask(one));
      expect(codes((await one.factor('passkey', { response })).json())).toEqual([]);
      expect(codes((await other.factor('passkey', { response })).json())).toEqual([
        'FACTOR_CODE_WRONG',
      ]);
      const stranger = await withPasskey();
      const foreign = stranger.key.show(await ask(other));
      expect(codes((await other.factor('passkey', { response: foreign })).json())).toEqual([
        'FACTOR_CODE_WRONG',
      ]);
      const made = browser(api);
      await made.signIn(email);
      const invented = key.show({ challenge: 'aW52ZW50ZWQ' });
      expect(codes((await made.factor('passkey', { response: invented })).json())).toEqual([
        'FACTOR_CODE_WRONG',
      ]);
    });

    it('of another site, or a copy that has not counted on, is refused', async () => {
      const { email, key } = await withPasskey();
      const at = browser(api);
      await at.signIn(email);
      key.rewind(1);
      const copied = key.show(await ask(at));
      expect(codes((await at.factor('passkey', { response: copied })).json())).toEqual([
        'FACTOR_CODE_WRONG',
      ]);
      const elsewhere = browser(api);
      await elsewhere.signIn(await person('OFFICER'));
      const foreign = softPasskey('https://evil.example');
      const options = (await elsewhere.factor('passkeys/options')).json<
        Parameters<typeof key.make>[0]
      >();
      const response = foreign.make(options);
      expect(codes((await elsewhere.factor('passkeys', { name: 'Key', response })).json())).toEqual(
        ['PASSKEY_INVALID'],
      );
    });

    it.each([{}, { response: 1 }, { response: { id: 1 } }, { response: { id: 'x' }, more: 1 }])(
      'refuses %j, which is no answer of a passkey',
      async (body) => {
        const { email } = await withPasskey();
        const at = browser(api);
        await at.signIn(email);
        expect(codeOf(await at.factor('passkey', body))).toBe('BAD_USER_INPUT');
      },
    );

    it('that nobody made is a wrong one, not a failure', async () => {
      const { email } = await withPasskey();
      const at = browser(api);
      await at.signIn(email);
      const answer = await at.factor('passkey', { response: { id: 'x', response: null } });
      expect(codes(answer.json())).toEqual(['FACTOR_CODE_WRONG']);
    });

    it('is removed by its owner only', async () => {
      const { at, email } = await withPasskey('DONOR');
      const { passkeys } = (await at.read()).json<{ passkeys: { id: string }[] }>();
      const other = await withPasskey('DONOR');
      const id = passkeys[0]?.id ?? '';
      expect(codes((await other.at.factor('passkeys/remove', { id })).json())).toEqual([
        'FACTOR_UNKNOWN',
      ]);
      expect(codes((await at.factor('passkeys/remove', { id })).json())).toEqual([]);
      expect((await browser(api).signIn(email)).json()).toMatchObject({ role: 'DONOR' });
    });
  });

  describe('that is lost', () => {
    async function reset(email: string, who: string) {
      const desk = adminRequests(api);
      const { id, version } = await userOf(email);
      return desk.change(who, 'resetSecondFactor', { user: id, expectedVersion: version });
    }
    const userOf = (email: string) => api.em().findOneOrFail(UserAccount, { email });

    /** As the harness signs in: with cookies under the name that plain http has. */
    async function confirm(email: string, who: string) {
      const { id, version } = await userOf(email);
      const input = { user: id, expectedVersion: version };
      const { payload } = await adminRequests(api).change(who, 'confirmAccount', input);
      return codes(payload);
    }

    it('is taken away by an administrator, and the account waits for a second person', async () => {
      const [admin, second] = [await person('ADMIN'), await person('ADMIN')];
      const { email, at, secret } = await enrolled();
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
      const { email } = await enrolled('ADMIN');
      expect(codes((await reset(email, email)).payload)).toEqual(['OWN_ACCOUNT']);
      expect(codes((await reset(await person('DONOR'), email)).payload)).toEqual([
        'FACTOR_UNKNOWN',
      ]);
    });
  });
});

describe('a second factor, in the demonstration', () => {
  beforeAll(async () => {
    api = await startTestApp({ settings: { publicOrigin: ORIGIN } });
  });
  afterAll(() => api.stop());

  it('is asked of who has set one up, and of nobody else', async () => {
    const email = await person('OFFICER');
    const at = browser(api);
    expect((await at.signIn(email)).json()).toMatchObject({ role: 'OFFICER' });
    const { secret } = await enrol(at);
    const next = browser(api);
    expect((await next.signIn(email)).json()).toMatchObject({ step: 'SHOW_FACTOR' });
    expect(codes((await next.factor('code', { code: shows(secret) })).json())).toEqual([]);
    expect(codes((await next.factor('authenticator/remove')).json())).toEqual([]);
    expect((await browser(api).signIn(email)).json()).toMatchObject({ role: 'OFFICER' });
  });
});
