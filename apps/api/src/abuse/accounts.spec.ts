import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createUser } from '../features/users/create-user.ts';
import { mailedToken } from '../testing/account-links.ts';
import { accountRequests, cookiesOf } from '../testing/account-requests.ts';
import { type AdminRequests, adminRequests } from '../testing/admin-requests.ts';
import { codes } from '../testing/desk-requests.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../testing/reporting-fixture.ts';

const PASSWORD = 'correct horse battery';
/** A wrong password, so long that it is not even hashed: many of them cost no time. */
const GUESS = 'x'.repeat(1025);
const { admin } = PEOPLE;

type Requests = Awaited<ReturnType<typeof accountRequests>>;
let api: TestApp;
let desk: AdminRequests;
let post: Requests['post'];
let signIn: Requests['signIn'];
beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = adminRequests(api);
});
afterAll(() => api.stop());
beforeEach(async () => {
  ({ post, signIn } = await accountRequests(api));
});

describe('guessing at passwords', () => {
  const owner = 'owner@guess.example';
  const people = Array.from({ length: 10 }, (_, i) => `person${String(i)}@guess.example`);
  /** 130 addresses, each in a different /24. */
  const networks = Array.from(
    { length: 130 },
    (_, i) => `100.${String(64 + (i % 60))}.${String(i)}.7`,
  );
  beforeAll(async () => {
    for (const email of [owner, ...people])
      await createUser(api.em(), { email, name: 'Guessed', role: 'DONOR', password: PASSWORD });
  });
  const statusOf = async (...from: Parameters<typeof signIn>) => (await signIn(...from)).statusCode;
  /** Moves the failures into the past by this many seconds, by the clock of the database. */
  const later = (seconds: number) =>
    api
      .em()
      .execute(
        `update work.sign_in_failure set last_failed_at = last_failed_at - ? * interval '1 second'`,
        [seconds],
      );
  const now = async () => {
    const [clock] = await api
      .em()
      .execute<{ at: number }[]>('select extract(epoch from clock_timestamp())::float8 as at');
    return clock?.at ?? 0;
  };
  /** Fails so often that every guess from a new network has to wait, because the previous one was a moment ago. */
  async function wearOut(account = owner): Promise<void> {
    await statusOf(account, GUESS, '100.64.0.7');
    await api
      .em()
      .execute(
        `update work.sign_in_failure set failures = 150 where key like 'account:%' and key not like '% %'`,
      );
    let answer = 401;
    for (const network of networks.slice(1))
      if (answer === 401) answer = await statusOf(account, GUESS, network);
    expect(answer).toBe(429);
  }

  /** Makes so many guesses; then the next attempt has a long time to wait. */
  async function guess(times: number, address: string, device?: string): Promise<void> {
    for (let i = 0; i < times; i++) await statusOf(owner, GUESS, address, device);
    await api
      .em()
      .execute(
        `update work.sign_in_failure set failures = 30 where key like '% %' and failures > 4`,
      );
  }

  it('ten people behind one address who sign in at once all come in', async () => {
    for (let round = 0; round < 2; round++) {
      const answers = await Promise.all(
        people.map((email) => statusOf(email, PASSWORD, '192.0.2.1')),
      );
      expect(answers).toEqual(people.map(() => 200));
    }
  });

  it('from 130 networks against one account is answered a hundred times, then once a second', async () => {
    const start = await now();
    const answers: number[] = [];
    for (const network of [...networks, ...networks])
      answers.push(await statusOf(owner, GUESS, network));
    const seconds = (await now()) - start;
    const answered = answers.filter((code) => code === 401).length;
    expect(answered).toBeGreaterThanOrEqual(100);
    expect(answered).toBeLessThanOrEqual(102 + Math.floor(seconds));
  });

  it('does not keep the owner out: not at a device, nor in a network, of theirs', async () => {
    const [, device] = cookiesOf(await signIn(owner, PASSWORD, '203.0.113.9'));
    await wearOut();
    expect(await statusOf(owner, PASSWORD, '198.51.100.4', device)).toBe(200);
    expect(await statusOf(owner, PASSWORD, '203.0.113.9')).toBe(200);
  });

  it('lets somebody who comes from a new place in a second later', async () => {
    await wearOut();
    await later(1);
    expect(await statusOf(owner, PASSWORD, '203.0.113.9')).toBe(200);
  });

  it('does not keep out whoever has the mail', async () => {
    const email = people[9] ?? '';
    await desk.change(admin, 'renewInvitation', { user: (await desk.user(email)).id });
    const token = await mailedToken(api, email);
    const set = { token, password: 'another long phrase' };
    const [device] = cookiesOf(await post('/auth/invitation/accept', set, '203.0.113.9'));
    await wearOut(email);
    expect(await statusOf(email, set.password, '198.51.100.4', device)).toBe(200);
  });

  it('by a colleague behind the same address does not slow down the owner’s own device', async () => {
    const [, device] = cookiesOf(await signIn(owner, PASSWORD, '192.0.2.1'));
    await guess(6, '192.0.2.1');
    expect(await statusOf(owner, PASSWORD, '192.0.2.1')).toBe(429);
    expect(await statusOf(owner, PASSWORD, '192.0.2.1', device)).toBe(200);
  });

  it('at a device of the owner is slowed down like everywhere', async () => {
    const [, device] = cookiesOf(await signIn(owner, PASSWORD));
    await guess(6, '192.0.2.1', device);
    expect(await statusOf(owner, PASSWORD, '192.0.2.1', device)).toBe(429);
    expect(await statusOf(people[0] ?? '', PASSWORD, '192.0.2.1', device)).toBe(200);
  });

  it('from the many addresses of one customer is counted together', async () => {
    const addresses = Array.from({ length: 60 }, (_, i) => `2001:db8:7:${i.toString(16)}::1`);
    const answers: number[] = [];
    for (const address of addresses) answers.push(await statusOf(owner, GUESS, address));
    expect(answers.filter((code) => code === 401).length).toBeLessThan(40);
    expect(await statusOf(owner, PASSWORD, '2001:db8:8::1')).toBe(200);
  });

  it('does not slow down colleagues behind the same address while it is refused', async () => {
    for (let i = 0; i < 40; i++) await statusOf(owner, GUESS, '192.0.2.1');
    expect(await statusOf(people[0] ?? '', PASSWORD, '192.0.2.1')).toBe(200);
  });

  it('is counted in the database, under keys that name neither account nor network', async () => {
    await statusOf(owner, GUESS, '192.0.2.1');
    await signIn(owner, PASSWORD, '192.0.2.1');
    const kept = JSON.stringify([
      await api.em().execute('select * from work.sign_in_failure'),
      await api.em().execute('select * from work.sign_in_place'),
    ]);
    for (const plain of ['guess.example', '192.0.2.1']) expect(kept).not.toContain(plain);
  });
});

describe('an e-mail address that is not what it looks like', () => {
  const invite = async (email: string) => {
    const input = { email, name: 'Look-alike', role: 'DONOR' };
    return (await desk.change(admin, 'inviteUser', input)).payload;
  };

  it.each([
    ['a Cyrillic а before the @', 'аdmin@example.org', 'EMAIL_LETTERS'],
    ['a mark without width', 'ad\u200Bmin@example.org', 'EMAIL_INVISIBLE'],
    ['another case', 'ADMIN@Example.ORG', 'EMAIL_TAKEN'],
  ])('is no account: %s', async (_what, email, code) => {
    expect(codes(await invite(email))).toEqual([code]);
  });

  it('is the same account in Cyrillic and in the form of IDNA', async () => {
    expect((await invite('Info@ПРИМЕР.рф')).user?.email).toBe('info@xn--e1afmkfd.xn--p1ai');
    expect(codes(await invite('info@xn--e1afmkfd.xn--p1ai'))).toEqual(['EMAIL_TAKEN']);
  });

  it('of an account from before is still one to sign in by', async () => {
    const plain = { email: 'plain@guess.example', name: 'Before', role: 'DONOR' } as const;
    const { id } = await createUser(api.em(), { ...plain, password: PASSWORD });
    await api
      .em()
      .execute(`update work.user_account set email = 'имя@пример.kg' where id = ?`, [id]);
    expect((await signIn('ИМЯ@пример.kg', PASSWORD)).statusCode).toBe(200);
  });

  it('of an account from before does not shut out the one that is kept under it now', async () => {
    const own = { name: 'Two forms', role: 'DONOR' } as const;
    const before = { ...own, email: 'before@guess.example', password: 'of the account before' };
    const { id } = await createUser(api.em(), before);
    await api
      .em()
      .execute(`update work.user_account set email = 'two@пример.kg' where id = ?`, [id]);
    await createUser(api.em(), { ...own, email: 'two@xn--e1afmkfd.kg', password: PASSWORD });
    expect((await signIn('two@пример.kg', PASSWORD)).statusCode).toBe(200);
  });
});
