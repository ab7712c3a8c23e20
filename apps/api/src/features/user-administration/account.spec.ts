import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mailedToken } from '../../testing/account-links.ts';
import { adminRequests } from '../../testing/admin-requests.ts';
import { codes } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import { createUser } from '../users/create-user.ts';

const password = 'correct horse battery';
const other = 'another long secret';
const email = 'aida@stat.example';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  await createUser(api.em(), { email: 'own@stat.example', name: 'Own', role: 'DONOR', password });
});
beforeEach(() => api.em().execute('delete from work.sign_in_failure'));
afterAll(() => api.stop());

const post = (
  url: string,
  payload: object,
  cookie?: string,
  headers: object = { 'x-qadam': '1' },
) =>
  api.http({
    method: 'POST',
    url,
    payload,
    headers: { ...headers, ...(cookie ? { cookie } : {}) },
  });

async function signIn(who: string, secret: string): Promise<string | null> {
  const answer = await post('/auth/sign-in', { email: who, password: secret });
  return answer.statusCode === 200
    ? (String(answer.headers['set-cookie']).split(';')[0] ?? null)
    : null;
}
const isOpen = async (cookie: string | null) =>
  (await api.http({ url: '/auth/me', headers: { cookie: cookie ?? '' } })).statusCode === 200;

describe('the link of an invitation', () => {
  const desk = () => adminRequests(api);
  const accept = (token: string, secret: string) =>
    post('/auth/invitation/accept', { token, password: secret });
  let token: string;
  beforeAll(async () => {
    await desk().change(PEOPLE.admin, 'inviteUser', {
      email,
      name: 'Aida',
      role: 'REPORTER',
      area: 'KGZ',
    });
    token = await mailedToken(api, email);
  });
  const renew = async () => {
    const { id } = await desk().user(email);
    await desk().change(PEOPLE.admin, 'renewInvitation', { user: id });
    return mailedToken(api, email);
  };

  it('says whose it is; before it is used nobody can sign in', async () => {
    const answer = await post('/auth/invitation', { token });
    expect(answer.json()).toEqual({ email, name: 'Aida' });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await signIn(email, password)).toBeNull();
  });

  it('refuses a password that is tried first, and may be used again then', async () => {
    for (const [secret, code] of [
      ['short', 'PASSWORD_LENGTH'],
      ['password2026', 'PASSWORD_COMMON'],
    ] as const)
      expect(codes((await accept(token, secret)).json())).toEqual([code]);
  });

  it('sets a password once, also when two use it at once', async () => {
    const answers = await Promise.all([accept(token, password), accept(token, other)]);
    const results = answers.map((answer) => codes(answer.json()));
    expect(results.filter(([code]) => code === undefined)).toHaveLength(1);
    expect(results.flat()).toEqual(['INVITATION_INVALID']);
    const right = results[0]?.length === 0 ? password : other;
    expect(await signIn(email, right)).not.toBeNull();
    expect((await post('/auth/invitation', { token })).statusCode).toBe(404);
    expect(await desk().user(email)).toMatchObject({ hasPassword: true, linkUntil: null });
  });

  it('for a forgotten password replaces it and ends all sessions', async () => {
    const first = await renew();
    const second = await renew();
    expect(codes((await accept(first, other)).json())).toEqual(['INVITATION_INVALID']);
    const cookie = await api.cookie(email);
    expect(await isOpen(cookie)).toBe(true);
    expect(codes((await accept(second, 'a third long secret')).json())).toEqual([]);
    expect(await isOpen(cookie)).toBe(false);
    expect(await signIn(email, 'a third long secret')).not.toBeNull();
  });

  it('is closed after seven days, and by disabling the account', async () => {
    const late = await renew();
    await api.em().execute(`update work.invitation set expires_at = now() where ended_at is null`);
    const never = 'x'.repeat(43);
    for (const closed of [late, never, '']) {
      expect((await post('/auth/invitation', { token: closed })).statusCode).toBe(404);
      expect(codes((await accept(closed, other)).json())).toEqual(['INVITATION_INVALID']);
    }
    const open = await renew();
    await api
      .em()
      .execute(`update work.user_account set disabled_at = now() where email = ?`, [email]);
    expect((await post('/auth/invitation', { token: open })).statusCode).toBe(404);
    expect(codes((await accept(open, other)).json())).toEqual(['INVITATION_INVALID']);
  });

  it('cannot be guessed at without end', async () => {
    const tries = Array.from({ length: 40 }, (_, i) =>
      post('/auth/invitation', { token: `t${i}` }),
    );
    const answers = await Promise.all(tries);
    expect(answers.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThanOrEqual(
      18,
    );
  });

  it.each([{}, { token: 1 }, { token: 't', more: 'x' }, ['t']])('is not %j', async (body) => {
    expect((await post('/auth/invitation', body)).statusCode).toBe(400);
  });
});

describe('changing the own password', () => {
  const own = 'own@stat.example';
  const change = (cookie: string | null, old: string, next: string) =>
    post('/auth/password', { old, password: next }, cookie ?? undefined);

  it('needs a session and the old one', async () => {
    expect((await change(null, password, other)).statusCode).toBe(401);
    const cookie = await signIn(own, password);
    expect(codes((await change(cookie, 'wrong horse battery', other)).json())).toEqual([
      'PASSWORD_WRONG',
    ]);
    expect(await signIn(own, password)).not.toBeNull();
  });

  it.each([
    [password, 'PASSWORD_SAME'],
    ['short', 'PASSWORD_LENGTH'],
    ['qwerty123456', 'PASSWORD_COMMON'],
  ])('to “%s” is refused: %s', async (next, code) => {
    const cookie = await signIn(own, password);
    expect(codes((await change(cookie, password, next)).json())).toEqual([code]);
  });

  it('ends all other sessions and keeps the one that asked', async () => {
    const [cookie, stolen] = [await signIn(own, password), await signIn(own, password)];
    expect(codes((await change(cookie, password, other)).json())).toEqual([]);
    expect([await isOpen(cookie), await isOpen(stolen)]).toEqual([true, false]);
    expect(await signIn(own, password)).toBeNull();
    expect(await signIn(own, other)).not.toBeNull();
  });

  it('slows down whoever guesses the old one from a stolen session', async () => {
    const cookie = await signIn(own, other);
    for (let i = 0; i < 6; i++) await change(cookie, 'wrong horse battery', password);
    // as after ten failures: then the next attempt must wait longer than a busy machine takes for this test
    await api.em().execute('update work.sign_in_failure set failures = 10 where failures = 6');
    expect((await change(cookie, other, password)).statusCode).toBe(429);
  });

  it('is refused to another site', async () => {
    const cookie = (await signIn(own, other)) ?? '';
    const body = { old: other, password };
    const answer = await post('/auth/password', body, cookie, { 'sec-fetch-site': 'cross-site' });
    expect(answer.statusCode).toBe(403);
  });

  it('leaves no password in the chain', async () => {
    const events = JSON.stringify(await api.em().execute('select * from work.audit_event'));
    for (const operation of ['ACCEPT_INVITATION', 'CHANGE_PASSWORD'])
      expect(events).toContain(operation);
    for (const secret of [password, other, 'argon2']) expect(events).not.toContain(secret);
  });
});
