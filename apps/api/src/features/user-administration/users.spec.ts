import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mailedToken } from '../../testing/account-links.ts';
import { type AdminRequests, adminRequests } from '../../testing/admin-requests.ts';
import { codes } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import { UnfinishedSignIn } from '../users/second-factor/second-factor.entity.ts';
import { SessionStore } from '../users/session.store.ts';

let api: TestApp;
let desk: AdminRequests;
const { admin } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = adminRequests(api);
});
afterAll(() => api.stop());

const NEW = {
  email: ' Aida@Stat.example ',
  name: 'Аида Токтогулова',
  role: 'REPORTER',
  area: 'KGZ',
};
const invite = (more: object = {}) => desk.change(admin, 'inviteUser', { ...NEW, ...more });

async function change(email: string, more: object = {}) {
  const { id, version, name, role, area, organisation } = await desk.user(email);
  const same = { name, role, area, organisation: organisation?.id ?? null };
  const input = { user: id, expectedVersion: version, ...same, ...more };
  return desk.change(admin, 'changeUser', input);
}

const isOpen = async (cookie: string) =>
  (await api.http({ url: '/auth/me', headers: { cookie } })).statusCode === 200;

/** Starts another session for a person. */
async function signIn(email: string): Promise<string> {
  const { id } = await desk.user(email);
  return `qadam=${await api.app.get(SessionStore, { strict: false }).start(id)}`;
}

describe('inviting somebody', () => {
  it('makes an account without a password and one link, which only the mail to its person holds', async () => {
    const { payload } = await invite({ email: 'first@stat.example' });
    expect(payload.problems).toEqual([]);
    expect(payload.user).toMatchObject({
      email: 'first@stat.example',
      role: 'REPORTER',
      area: 'KGZ',
      hasPassword: false,
      sessions: 0,
    });
    expect(Date.parse(payload.user?.linkUntil ?? '') - Date.now()).toBeGreaterThan(6 * 86_400_000);
    const token = await mailedToken(api, 'first@stat.example');
    expect(JSON.stringify(payload)).not.toContain(token);
    for (const table of ['invitation', 'notification', 'idempotent_answer', 'audit_event']) {
      const stored = JSON.stringify(await api.em().execute(`select * from work.${table}`));
      expect(stored).not.toContain(token);
    }
  });

  it('is audited without a name or an address', async () => {
    await invite({ email: 'second@stat.example' });
    const events = JSON.stringify(await api.em().execute('select * from work.audit_event'));
    expect(events).toContain('INVITE_USER');
    expect(events).not.toContain('stat.example');
    expect(events).not.toContain('Токтогулова');
  });

  it('that is sent again is answered alike, and mailed once', async () => {
    const idempotencyKey = randomUUID();
    const first = await invite({ email: 'twice@stat.example', idempotencyKey });
    const again = await invite({ email: 'twice@stat.example', idempotencyKey });
    expect(again.payload.user?.id).toBe(first.payload.user?.id);
    const mails = await api
      .em()
      .execute('select kind from work.notification where recipient = ?', [first.payload.user?.id]);
    expect(mails).toEqual([{ kind: 'INVITATION' }]);
  });

  it.each([
    ['without an address', { email: 'aida' }, 'EMAIL_INVALID'],
    ['with an address that is taken', { email: PEOPLE.donor.toUpperCase() }, 'EMAIL_TAKEN'],
    ['without a name', { name: ' ' }, 'NAME_REQUIRED'],
    ['as a reporter of no country', { area: null }, 'AREA_REQUIRED'],
    ['as an officer of one country', { role: 'OFFICER' }, 'AREA_NOT_ALLOWED'],
    ['for a country that is none', { area: 'XXX' }, 'AREA_UNKNOWN'],
    ['to a body that is none', { organisation: randomUUID() }, 'ORGANISATION_UNKNOWN'],
    ['to a body that is not even an id', { organisation: 'MIA' }, 'ORGANISATION_UNKNOWN'],
  ])('%s is refused', async (_what, wrong, code) => {
    const { payload } = await invite(wrong);
    expect(codes(payload)).toEqual([code]);
    expect(payload.user).toBeNull();
  });

  it('to a body of another country is refused', async () => {
    const body = await desk.change(admin, 'createOrganisation', {
      code: 'UZSTAT',
      area: 'UZB',
      names: [
        { lang: 'en', text: 'Statistics' },
        { lang: 'ru', text: 'Статистика' },
      ],
    });
    const { payload } = await invite({ organisation: body.payload.organisation?.id });
    expect(codes(payload)).toEqual(['ORGANISATION_OF_OTHER_AREA']);
  });
});

describe('changing an account', () => {
  it('to another role or country ends its sessions', async () => {
    const cookie = await signIn(PEOPLE.donor);
    const { payload } = await change(PEOPLE.donor, { role: 'REPORTER', area: 'UZB' });
    expect(payload).toMatchObject({
      problems: [],
      user: { role: 'REPORTER', area: 'UZB', version: 2, sessions: 0 },
    });
    expect(await isOpen(cookie)).toBe(false);
  });

  it('in name only keeps them, and says in the chain no more than that', async () => {
    const cookie = await signIn(PEOPLE.second);
    const { payload } = await change(PEOPLE.second, { name: 'Second officer, married' });
    expect(payload.user?.name).toBe('Second officer, married');
    expect(await isOpen(cookie)).toBe(true);
    const [event] = await api
      .em()
      .execute<{ after: object }[]>(
        `select after from work.audit_event order by number desc limit 1`,
      );
    expect(event?.after).toMatchObject({ nameChanged: true });
    expect(JSON.stringify(event)).not.toContain('married');
  });

  it('that somebody else has changed is refused', async () => {
    const { payload } = await change(PEOPLE.uzb, { expectedVersion: 7 });
    expect(codes(payload)).toEqual(['VERSION_CONFLICT']);
  });

  it('is refused for the own role, so that there is always an administrator', async () => {
    expect(codes((await change(admin, { role: 'DONOR' })).payload)).toEqual(['OWN_ACCOUNT']);
    expect(codes((await change(admin, { name: 'Renamed' })).payload)).toEqual([]);
  });

  it('leaves one of two administrators who shut each other out at once', async () => {
    const twins = ['one@twins.example', 'two@twins.example'];
    for (const email of twins)
      await api
        .em()
        .execute(
          `insert into work.user_account (id, email, name, role) values (?, ?, 'Twin', 'ADMIN')`,
          [randomUUID(), email],
        );
    const off = async (who: string, whom: string) => {
      const { id, version } = await desk.user(whom);
      const input = { user: id, expectedVersion: version, disabled: true };
      return desk.change(who, 'disableUser', input);
    };
    const [one = '', two = ''] = twins;
    const answers = await Promise.all([off(one, two), off(two, one)]);
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    const left = await Promise.all(twins.map((email) => desk.user(email)));
    expect(left.filter(({ disabledAt }) => disabledAt === null)).toHaveLength(1);
  });

  it('of nobody is NOT_FOUND', async () => {
    for (const user of [randomUUID(), 'not an id']) {
      const { errors } = await desk.change(admin, 'renewInvitation', { user });
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });
});

describe('disabling an account', () => {
  it('ends its sessions and links; enabling lets it in again, nothing is lost', async () => {
    const cookie = await signIn(PEOPLE.officer);
    const { id, version } = await desk.user(PEOPLE.officer);
    const set = (disabled: boolean, expectedVersion: number) =>
      desk.change(admin, 'disableUser', { user: id, expectedVersion, disabled });

    await desk.change(admin, 'renewInvitation', { user: id });
    const off = await set(true, version);
    expect(off.payload.user).toMatchObject({ sessions: 0, linkUntil: null });
    expect(off.payload.user?.disabledAt).not.toBeNull();
    expect(await isOpen(cookie)).toBe(false);
    const link = await desk.change(admin, 'renewInvitation', { user: id });
    expect(codes(link.payload)).toEqual(['USER_DISABLED']);

    const on = await set(false, version + 1);
    expect(on.payload.user).toMatchObject({ disabledAt: null, role: 'OFFICER' });
  });

  it('is refused for the own one', async () => {
    const { id, version } = await desk.user(admin);
    const input = { user: id, expectedVersion: version, disabled: true };
    const { payload } = await desk.change(admin, 'disableUser', input);
    expect(codes(payload)).toEqual(['OWN_ACCOUNT']);
  });
});

describe('sessions', () => {
  it('are listed without anything by which one could use them, and ended one by one', async () => {
    const [first, second] = [await signIn(PEOPLE.uzb), await signIn(PEOPLE.uzb)];
    const { id } = await desk.user(PEOPLE.uzb);
    const { result } = await desk.read(admin, 'userSessions', { user: id });
    expect(result).toHaveLength(2);
    expect(JSON.stringify(result)).not.toContain(first.replace('qadam=', ''));
    const ended = await desk.change(admin, 'endSessions', { user: id, session: result[0]?.id });
    expect(ended.payload.sessions).toHaveLength(1);
    expect([await isOpen(first), await isOpen(second)].filter(Boolean)).toHaveLength(1);
    const rest = await desk.change(admin, 'endSessions', { user: id });
    expect(rest.payload.sessions).toEqual([]);
  });

  it('end together with a sign-in that waits for its second factor', async () => {
    const { id } = await desk.user(PEOPLE.uzb);
    const em = api.em();
    await em.insert(UnfinishedSignIn, { tokenHash: 'of somebody', userAccount: id });
    await desk.change(admin, 'endSessions', { user: id });
    expect(await em.count(UnfinishedSignIn, { userAccount: id })).toBe(0);
  });

  it('of somebody else cannot be ended as if they were one’s own', async () => {
    const cookie = await signIn(PEOPLE.uzb);
    const { id } = await desk.user(PEOPLE.uzb);
    const { result } = await desk.read(admin, 'userSessions', { user: id });
    const foreign = { session: result[0]?.id };
    const { payload } = await desk.change(PEOPLE.auditor, 'endOwnSessions', foreign);
    expect(codes(payload)).toEqual(['SESSION_UNKNOWN']);
    expect(await isOpen(cookie)).toBe(true);
  });

  it('of one’s own end all but the one that asks', async () => {
    const other = await signIn(PEOPLE.auditor);
    const { result } = await desk.read(PEOPLE.auditor, 'ownSessions');
    expect(result.filter(({ current }) => current)).toHaveLength(1);
    const { payload } = await desk.change(PEOPLE.auditor, 'endOwnSessions', {});
    expect(payload.sessions).toMatchObject([{ current: true }]);
    expect(await isOpen(other)).toBe(false);
  });
});

describe('the list of accounts', () => {
  it('comes in pages by address, and is searched in names and addresses', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, pages = 0; pages < 20; pages++) {
      const { result }: Awaited<ReturnType<typeof page>> = await page(after);
      seen.push(...result.users.map(({ email }) => email));
      after = result.next;
      if (after === null) break;
    }
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toContain(PEOPLE.kgz);
    const found = await desk.read(admin, 'users', { search: 'ТОКТОГУЛ' });
    expect(found.result.users.length).toBeGreaterThan(0);
    expect((await desk.read(admin, 'users', { search: '%' })).result.users).toEqual([]);
  });
  const page = (after: string | null) => desk.read(admin, 'users', { first: 3, after });

  it.each([{ first: 0 }, { first: 201 }, { after: 'YXVkaXQ' }, { after: '' }])(
    'refuses %j',
    async (wrong) => {
      const { errors } = await desk.read(admin, 'users', wrong);
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    },
  );

  it('takes the same few statements whatever its length', async () => {
    await api.cookie(admin);
    expect(await api.statements(() => desk.read(admin, 'users', { first: 200 }))).toBeLessThan(5);
  });
});
