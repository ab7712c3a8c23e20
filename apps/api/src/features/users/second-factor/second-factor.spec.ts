import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codes } from '../../../testing/desk-requests.ts';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import {
  browser,
  type Browser,
  codeOf,
  enrol,
  type Enrolled,
  enrolled,
  forgetTries,
  ORIGIN,
  PASSWORD,
  person,
  shows,
} from '../../../testing/second-factor.ts';
import { UserAccount } from '../user-account.entity.ts';

const TABLES = ['authenticator', 'passkey', 'recovery_code', 'unfinished_sign_in', 'session'];

let api: TestApp;

beforeEach(() => forgetTries(api));

describe('a second factor, outside the demonstration', () => {
  beforeAll(async () => {
    api = await startTestApp({
      settings: { demo: false, production: true, publicOrigin: ORIGIN },
    });
  });
  afterAll(() => api.stop());

  it('is set up by an officer before anything else, and then they are signed in', async () => {
    const email = await person(api, 'OFFICER');
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
    expect((await at.signIn(await person(api, 'DONOR'))).json()).toMatchObject({ role: 'DONOR' });
    expect(await at.me()).toBe(200);
  });

  it('opens nothing before it is given: no desk, no page, no other step', async () => {
    const { email } = await enrolled(api);
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
    // the token of the unfinished sign-in does not work as one of a session either
    at.jar.clear();
    at.jar.set('__Host-qadam', half);
    expect(await at.me()).toBe(401);
  });

  it('takes the code of the app once, and gives the session a token of its own', async () => {
    const { email, secret } = await enrolled(api);
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
    // nor is a code of the half minute before accepted
    expect(codes((await other.factor('code', { code: shows(secret, -1) })).json())).toEqual([
      'FACTOR_CODE_WRONG',
    ]);
    expect(await other.me()).toBe(401);
  });

  it('takes each code once, of two who send it at the same moment too', async () => {
    const { email, secret } = await enrolled(api);
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
    const { email, recoveryCodes } = await enrolled(api);
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
    const { email, at, recoveryCodes } = await enrolled(api);
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
    const { at, email, secret, recoveryCodes } = await enrolled(api);
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
    const { at, email, recoveryCodes } = await enrolled(api, 'DONOR');
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
    const { at } = await enrolled(api);
    expect((await at.read()).json()).toMatchObject({ fresh: true, needed: true });
    await api
      .em()
      .execute(`update work.session set created_at = created_at - interval '16 minutes'`);
    expect((await at.read()).json()).toMatchObject({ fresh: false });
    for (const act of ['authenticator/offer', 'authenticator/remove', 'recovery-codes'])
      expect(codeOf(await at.factor(act))).toBe('SIGN_IN_AGAIN');
  });

  it('is replaced, and the last one not removed, by who must have one', async () => {
    const { at, email, secret } = await enrolled(api);
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
    const { at, email } = await enrolled(api, 'DONOR');
    expect(codes((await at.factor('authenticator/remove')).json())).toEqual([]);
    expect((await at.read()).json()).toMatchObject({ authenticatorSince: null, recoveryCodes: 0 });
    expect((await browser(api).signIn(email)).json()).toMatchObject({ role: 'DONOR' });
  });

  it('is not set up with an offer that was made to another', async () => {
    const [one, other] = [browser(api), browser(api)];
    await one.signIn(await person(api, 'OFFICER'));
    await other.signIn(await person(api, 'OFFICER'));
    const { secret, offer } = (await one.factor('authenticator/offer')).json<{
      secret: string;
      offer: string;
    }>();
    const taken = await other.factor('authenticator', { offer, code: shows(secret) });
    expect(codes(taken.json())).toEqual(['OFFER_EXPIRED']);
  });

  it('waits for ten minutes, and not for who is disabled meanwhile', async () => {
    const { email, secret } = await enrolled(api);
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
    const { email } = await enrolled(api);
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
      const { email } = await enrolled(api);
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
      const { email, secret } = await enrolled(api);
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
      const { email } = await enrolled(api);
      const at = browser(api);
      await at.signIn(email);
      const known = await api.em().execute(`select key from work.sign_in_place`);
      expect(known).toEqual([]);
    });
  });
});

describe('a second factor, in the demonstration', () => {
  beforeAll(async () => {
    api = await startTestApp({ settings: { publicOrigin: ORIGIN } });
  });
  afterAll(() => api.stop());

  it('is asked of who has set one up, and of nobody else', async () => {
    const email = await person(api, 'OFFICER');
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
