import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mailedToken } from '../../testing/account-links.ts';
import { type AdminRequests, adminRequests } from '../../testing/admin-requests.ts';
import { codes } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import { SessionStore } from '../users/session.store.ts';

const { admin, auditor, kgz, uzb } = PEOPLE;

let api: TestApp;
let desk: AdminRequests;
beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = adminRequests(api);
});
beforeEach(() => api.em().execute('delete from work.sign_in_failure'));
afterAll(() => api.stop());

const run = <T extends object>(sql: string, params: string[] = []) =>
  api.em().execute<T[]>(sql, params);
const isOpen = async (cookie: string) =>
  (await api.http({ url: '/auth/me', headers: { cookie } })).statusCode === 200;

/** Starts another session for a person. */
async function signIn(email: string): Promise<string> {
  const { id } = await desk.user(email);
  return `qadam=${await api.app.get(SessionStore, { strict: false }).start(id)}`;
}

/** Invites a person and returns their address. */
async function newcomer(more: object = {}): Promise<string> {
  const email = `${randomUUID()}@stat.example`;
  const { payload } = await desk.change(admin, 'inviteUser', {
    email,
    name: 'Айнура Садырова',
    role: 'REPORTER',
    area: 'KGZ',
    ...more,
  });
  expect(payload.problems).toEqual([]);
  return email;
}

async function lastEvent() {
  const [event] = await run<{ operation: string; before: object | null; after: object | null }>(
    'select operation, before, after from work.audit_event order by number desc limit 1',
  );
  return event;
}

describe('the language of mails', () => {
  it('is Russian unless said, chosen by the administrator or by the person', async () => {
    expect((await desk.user(await newcomer())).language).toBe('ru');
    const email = await newcomer({ language: 'ky' });
    expect((await desk.user(email)).language).toBe('ky');
    const { payload } = await desk.change(email, 'chooseLanguage', { language: 'en' });
    expect(payload).toEqual({ language: 'en', problems: [] });
    expect((await desk.read(email, 'ownLanguage')).result).toBe('en');
    const { id, version, name, role, area } = await desk.user(email);
    const same = { user: id, expectedVersion: version, name, role, area };
    const kept = await desk.change(admin, 'changeUser', same);
    expect(kept.payload.user?.language).toBe('en');
  });
});

describe('a new address', () => {
  const ask = async (who: string, email: string, more: object = {}) => {
    const { id, version } = await desk.user(who);
    const input = { user: id, expectedVersion: version, email, ...more };
    return (await desk.change(admin, 'changeUserEmail', input)).payload;
  };
  /** The token in the mail to the new address. */
  const link = async (who: string, email: string) => {
    expect(codes(await ask(who, email))).toEqual([]);
    return mailedToken(api, who, 'email_change');
  };
  const post = (url: string, payload: object) =>
    api.http({ method: 'POST', url, payload, headers: { 'x-qadam': '1' } });
  const confirm = async (token: string) =>
    codes((await post('/auth/email/confirm', { token })).json());

  it('counts once the link that went there is opened, and ends all sessions', async () => {
    const old = await newcomer();
    const cookie = await signIn(old);
    const next = `${randomUUID()}@mail.example`;
    const { user } = await ask(old, ` ${next.toUpperCase()} `);
    expect(user).toMatchObject({ email: old, newEmail: next });
    const token = await mailedToken(api, old, 'email_change');
    const read = await post('/auth/email', { token });
    expect(read.json()).toEqual({ email: next, name: 'Айнура Садырова' });
    expect([(await desk.user(old)).email, await isOpen(cookie)]).toEqual([old, true]);

    expect(await confirm(token)).toEqual([]);
    expect(await desk.user(next)).toMatchObject({ email: next, newEmail: null, sessions: 0 });
    expect(await isOpen(cookie)).toBe(false);
    expect(await lastEvent()).toMatchObject({ operation: 'CHANGE_EMAIL', after: null });
    const events = JSON.stringify(await run('select * from work.audit_event'));
    expect(events).not.toContain('mail.example');

    expect(await confirm(token)).toEqual(['LINK_INVALID']);
    expect((await post('/auth/email', { token })).statusCode).toBe(404);
  });

  it.each([
    ['that is none', 'aida', 'EMAIL_INVALID'],
    ['of somebody else', PEOPLE.donor, 'EMAIL_TAKEN'],
  ])('%s is refused', async (_what, email, code) => {
    const payload = await ask(kgz, email);
    expect([codes(payload), payload.user]).toEqual([[code], null]);
  });

  it('is refused where somebody else changed the account, and for an account that is shut', async () => {
    expect(codes(await ask(kgz, 'next@mail.example', { expectedVersion: 9 }))).toEqual([
      'VERSION_CONFLICT',
    ]);
    const email = await newcomer();
    await run('update work.user_account set disabled_at = now() where email = ?', [email]);
    expect(codes(await ask(email, 'next@mail.example'))).toEqual(['USER_DISABLED']);
  });

  it('is not given to the second of two people who prove it', async () => {
    const next = `${randomUUID()}@mail.example`;
    const [one, two] = [await newcomer(), await newcomer()];
    const links = [await link(one, next), await link(two, next)];
    const answers = await Promise.all(links.map(confirm));
    expect(answers.flat()).toEqual(['EMAIL_TAKEN']);
  });

  it('by a link that was replaced, is too old or never was is refused', async () => {
    const email = await newcomer();
    const first = await link(email, 'first@mail.example');
    const second = await link(email, 'second@mail.example');
    expect(await confirm(first)).toEqual(['LINK_INVALID']);
    await run('update work.email_change set expires_at = now()');
    for (const token of [second, 'x'.repeat(43), ''])
      expect(await confirm(token)).toEqual(['LINK_INVALID']);
  });

  it('cannot be guessed at without end', async () => {
    const tries = Array.from({ length: 40 }, (_, i) => post('/auth/email', { token: `t${i}` }));
    const busy = (await Promise.all(tries)).filter(({ statusCode }) => statusCode === 429);
    expect(busy.length).toBeGreaterThanOrEqual(18);
  });
});

describe('handing over to somebody else', () => {
  async function handOver(from: string, to: string, more: object = {}) {
    const [leaver, successor] = [await desk.user(from), await desk.user(to)];
    const input = {
      from: leaver.id,
      to: successor.id,
      expectedVersion: leaver.version,
      disable: true,
      ...more,
    };
    return (await desk.change(admin, 'handOverDuties', input)).payload;
  }
  const reopening = (person: string, indicator: string, decision: string | null) =>
    run(
      `insert into work.reopening (id, indicator, area, year, person, reason, decision, until, decided_by, decided_at)
       select gen_random_uuid(), ?, 'KGZ', 2025, p.id, 'why', ?, case when ?::text is not null then now() + interval '1 day' end,
         case when ?::text is not null then o.id end, case when ?::text is not null then now() end
       from work.user_account p, work.user_account o where p.email = ? and o.email = '${PEOPLE.officer}'`,
      [indicator, ...Array.from({ length: 4 }, () => decision as string), person],
    );
  const held = async (person: string) =>
    (
      await run<{ indicator: string }>(
        `select r.indicator from work.reopening r join work.user_account u on u.id = r.person
         where u.email = ? order by r.indicator`,
        [person],
      )
    ).map(({ indicator }) => indicator);

  it('gives role, country, organisation and opened cells, and shuts the account left behind', async () => {
    const leaver = await newcomer();
    const successor = await newcomer({ role: 'DONOR', area: null, name: 'Heir' });
    const { organisation } = await desk.user(kgz);
    await run('update work.user_account set organisation = ? where email = ?', [
      organisation?.id ?? '',
      leaver,
    ]);
    await reopening(leaver, 'A5.2', 'GRANTED');
    await reopening(leaver, 'A6.1', null);
    await reopening(leaver, 'A5.8', null);
    await reopening(successor, 'A5.8', null);
    const cookies = [await signIn(leaver), await signIn(successor)];

    expect((await handOver(leaver, successor)).problems).toEqual([]);
    expect(await desk.user(successor)).toMatchObject({
      role: 'REPORTER',
      area: 'KGZ',
      organisation,
    });
    expect((await desk.user(leaver)).disabledAt).not.toBeNull();
    expect(await Promise.all(cookies.map(isOpen))).toEqual([false, false]);
    // both had asked to reopen one cell: each request stays with the person who made it
    expect([await held(successor), await held(leaver)]).toEqual([
      ['A5.2', 'A5.8', 'A6.1'],
      ['A5.8'],
    ]);
    expect(await lastEvent()).toMatchObject({
      operation: 'HAND_OVER_DUTIES',
      after: { reopenings: 2, disabled: true },
    });
  });

  it('leaves a colleague their own body, and tells the rights before and after', async () => {
    const [leaver, colleague] = [await newcomer(), await newcomer()];
    const { id: own } = (await desk.user(kgz)).organisation ?? { id: '' };
    const other = randomUUID();
    await run(
      `insert into work.organisation (id, code, names) values (?, 'MOH', '{"en": "Health"}')`,
      [other],
    );
    const belongs = (email: string, body: string) =>
      run('update work.user_account set organisation = ? where email = ?', [body, email]);
    await belongs(leaver, other);
    await belongs(colleague, own);
    expect((await handOver(leaver, colleague)).problems).toEqual([]);
    expect((await desk.user(colleague)).organisation?.id).toBe(own);
    const heir = { role: 'REPORTER', area: 'KGZ', organisation: own };
    expect(await lastEvent()).toMatchObject({ before: { heir }, after: { heir } });
  });

  it('leaves the account open where it is asked to', async () => {
    const [leaver, successor] = [await newcomer(), await newcomer()];
    expect(codes(await handOver(leaver, successor, { disable: false }))).toEqual([]);
    expect((await desk.user(leaver)).disabledAt).toBeNull();
  });

  it('is refused to oneself, to who has other duties, to a disabled account, and for the own account', async () => {
    const leaver = await newcomer();
    expect(codes(await handOver(leaver, leaver))).toEqual(['HEIR_IS_SAME']);
    expect(codes(await handOver(leaver, uzb))).toEqual(['HEIR_HAS_DUTIES']);
    const shut = await newcomer();
    await run('update work.user_account set disabled_at = now() where email = ?', [shut]);
    expect(codes(await handOver(leaver, shut))).toEqual(['USER_DISABLED']);
    expect(codes(await handOver(admin, PEOPLE.donor))).toEqual(['OWN_ACCOUNT']);
    expect(codes(await handOver(leaver, kgz, { expectedVersion: 9 }))).toEqual([
      'VERSION_CONFLICT',
    ]);
  });
});

describe('erasing a person', () => {
  const erase = async (email: string, more: object = {}) => {
    const { id, version } = await desk.user(email);
    const input = { user: id, expectedVersion: version, ...more };
    return (await desk.change(admin, 'eraseUser', input)).payload;
  };

  it('replaces name and address by a pseudonym everywhere, and leaves role and record', async () => {
    const email = await newcomer();
    const { id } = await desk.user(email);
    const cookie = await signIn(email);
    await desk.change(email, 'endOwnSessions', {});
    await desk.change(admin, 'changeUserEmail', {
      user: id,
      expectedVersion: (await desk.user(email)).version,
      email: `next.${email}`,
    });
    await run(
      `insert into work.notification (id, key, kind, recipient, language, subject, text, html, job, created_at, changed_at)
       values (gen_random_uuid(), 'k', 'DIGEST', ?, 'ru', 's', 'Айнура Садырова', 'h', gen_random_uuid(), now(), now())`,
      [id],
    );

    const { user, problems } = await erase(email);
    expect(problems).toEqual([]);
    expect(user).toMatchObject({ id, role: 'REPORTER', area: 'KGZ', newEmail: null });
    expect(user?.name).toMatch(/^№ [0-9A-F]{8}$/);
    expect([user?.erasedAt, user?.disabledAt]).not.toContain(null);
    expect(await isOpen(cookie)).toBe(false);
    const tables = await run<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'work' and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(30);
    for (const { name } of tables) {
      const rows = await run(
        `select 1 from work.${name} t where t::text like ? or t::text like '%Садырова%'`,
        [`%${email}%`],
      );
      // all others invited by this spec have the same name, but other addresses
      const others = await run(
        `select 1 from work.${name} t where t::text like '%Садырова%' and t::text not like ?`,
        [`%${id}%`],
      );
      expect([name, rows.length]).toEqual([name, others.length]);
    }
  });

  it('leaves the audit chain whole: it never held a name', async () => {
    const { result } = await desk.read(auditor, 'auditEvents', {
      first: 20,
      filter: { operation: 'ERASE_USER' },
    });
    expect(result.events[0]?.subjectName).toMatch(/^№ /);
    expect((await desk.read(auditor, 'verifyAudit')).result.intact).toBe(true);
  });

  it('is for good: nothing of the account changes again', async () => {
    const email = await newcomer();
    const erased = (await erase(email)).user;
    const now = { user: erased?.id, expectedVersion: erased?.version };
    const again = [
      await desk.change(admin, 'eraseUser', now),
      await desk.change(admin, 'disableUser', { ...now, disabled: false }),
      await desk.change(admin, 'changeUser', { ...now, name: 'Back', role: 'DONOR' }),
      await desk.change(admin, 'changeUserEmail', { ...now, email: 'back@stat.example' }),
      await desk.change(admin, 'renewInvitation', { user: erased?.id }),
    ];
    expect(again.map(({ payload }) => codes(payload))).toEqual(again.map(() => ['USER_ERASED']));
  });

  it('is refused for the own account, and for one that somebody else has changed', async () => {
    expect(codes(await erase(admin))).toEqual(['OWN_ACCOUNT']);
    expect(codes(await erase(kgz, { expectedVersion: 9 }))).toEqual(['VERSION_CONFLICT']);
  });
});
