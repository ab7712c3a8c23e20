import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mailedToken } from '../testing/account-links.ts';
import { accountRequests, cookiesOf } from '../testing/account-requests.ts';
import {
  type AdminMutation,
  type AdminRequests,
  adminRequests,
} from '../testing/admin-requests.ts';
import { codes } from '../testing/desk-requests.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../testing/reporting-fixture.ts';

const { admin, officer, second, donor } = PEOPLE;

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

describe('one administrator alone', () => {
  let number = 0;
  async function invite(role: string): Promise<string> {
    const email = `invited${String(++number)}@two.example`;
    const { payload } = await desk.change(admin, 'inviteUser', { email, name: email, role });
    expect(payload.problems).toEqual([]);
    return email;
  }
  async function accept(email: string, password = 'another long phrase') {
    const token = await mailedToken(api, email);
    const answer = await post('/auth/invitation/accept', { token, password });
    expect(codes(answer.json())).toEqual([]);
  }
  const signInAs = async (email: string, password = 'another long phrase') => {
    const answer = await signIn(email, password);
    return answer.statusCode === 200
      ? 'OK'
      : answer.json<{ errors: { extensions: { code: string } }[] }>().errors[0]?.extensions.code;
  };
  async function confirm(who: string, email: string, more: object = {}) {
    const { id, version } = await desk.user(email);
    const input = { user: id, expectedVersion: version, ...more };
    const { payload, errors } = await desk.change(who, 'confirmAccount', input);
    return errors ? errors.map(({ extensions }) => extensions.code) : codes(payload);
  }
  async function change(name: AdminMutation, email: string, more: object) {
    const { id, version } = await desk.user(email);
    const input = { user: id, expectedVersion: version, ...more };
    const { payload } = await desk.change(admin, name as 'changeUser', input);
    expect(payload.problems).toEqual([]);
  }
  /** An officer with a confirmed account and a password. */
  async function settled(): Promise<string> {
    const email = await invite('OFFICER');
    await accept(email);
    expect(await confirm(officer, email)).toEqual([]);
    expect(await signInAs(email)).toBe('OK');
    return email;
  }

  it('reads no link of those it invites: not in the answer, the outbox, the audit or the database', async () => {
    const email = await invite('OFFICER');
    const token = await mailedToken(api, email);
    const outbox = await api.work(admin, '{ outbox { items { address text } } }');
    expect(JSON.stringify(outbox)).toContain(email);
    const audit = await desk.read(admin, 'auditEvents', { first: 50 });
    const tables = ['invitation', 'notification', 'idempotent_answer', 'audit_event'];
    const rows = await Promise.all(tables.map((t) => api.em().execute(`select * from work.${t}`)));
    expect(JSON.stringify([outbox, audit, rows])).not.toContain(token);
  });

  it.each(['OFFICER', 'ADMIN'])('makes no %s who can act', async (role) => {
    const email = await invite(role);
    expect(await desk.user(email)).toMatchObject({ pending: true });
    await accept(email);
    expect(await signInAs(email)).toBe('PENDING_CONFIRMATION');
    expect(await signInAs(email, 'a wrong long phrase')).toBe('UNAUTHENTICATED');
    expect(await confirm(admin, email)).toEqual(['CONFIRM_OWN_ACT']);
    expect(await confirm(email, email)).toEqual(['UNAUTHENTICATED']);
    expect(await confirm(officer, email)).toEqual([]);
    expect(await signInAs(email)).toBe('OK');
  });

  it('makes reporters and donors who need nobody else', async () => {
    const email = await invite('DONOR');
    await accept(email);
    expect(await signInAs(email)).toBe('OK');
  });

  it('cannot have its second account confirmed by its first', async () => {
    const [first, other] = [await invite('ADMIN'), await invite('OFFICER')];
    await accept(first);
    await accept(other);
    expect(await confirm(first, other)).toEqual(['UNAUTHENTICATED']);
    expect(await confirm(other, first)).toEqual(['UNAUTHENTICATED']);
  });

  it('raises nobody to be an officer, and a role given twice needs two looks', async () => {
    const email = await invite('DONOR');
    await accept(email);
    await change('changeUser', email, { name: email, role: 'OFFICER' });
    expect(await signInAs(email)).toBe('PENDING_CONFIRMATION');
    // as a donor the account may act; as an officer it still waits
    await change('changeUser', email, { name: email, role: 'DONOR' });
    expect(await signInAs(email)).toBe('OK');
    await change('changeUser', email, { name: email, role: 'OFFICER' });
    expect(await confirm(admin, email)).toEqual(['CONFIRM_OWN_ACT']);
    expect(await confirm(second, email)).toEqual([]);
    expect(await signInAs(email)).toBe('OK');
  });

  it('hides nothing of what it does by weakening the role meanwhile', async () => {
    const email = await settled();
    const role = (name: string) => change('changeUser', email, { name: email, role: name });
    await role('DONOR');
    await change('renewInvitation', email, { expectedVersion: undefined });
    await accept(email, 'set by the link only');
    await role('OFFICER');
    const { id } = await desk.user(email);
    const { result } = await desk.read(second, 'pendingAccounts');
    const acts = result.find((one) => one.id === id)?.acts;
    expect(acts?.map(({ act }) => act)).toEqual(['ROLE', 'PASSWORD', 'ROLE']);
  });

  it('gets no officer by handing duties over', async () => {
    const [from, successor] = [await settled(), await invite('DONOR')];
    await accept(successor);
    const to = (await desk.user(successor)).id;
    const { id, version } = await desk.user(from);
    const input = { from: id, to, expectedVersion: version, disable: true };
    expect(codes((await desk.change(admin, 'handOverDuties', input)).payload)).toEqual([]);
    expect(await signInAs(successor)).toBe('PENDING_CONFIRMATION');
    expect(await confirm(admin, successor)).toEqual(['CONFIRM_OWN_ACT']);
  });

  it('gets into no officer’s account by a link for the password', async () => {
    const email = await settled();
    await change('renewInvitation', email, { expectedVersion: undefined });
    expect(await signInAs(email)).toBe('OK'); // nothing changes before the link is used
    await accept(email, 'set by the link only');
    expect(await signInAs(email, 'set by the link only')).toBe('PENDING_CONFIRMATION');
    expect(await confirm(admin, email)).toEqual(['CONFIRM_OWN_ACT']);
    expect(await confirm(second, email)).toEqual([]);
    expect(await signInAs(email, 'set by the link only')).toBe('OK');
  });

  it('gets into no officer’s account by another address, also one asked for before it was an officer’s', async () => {
    const email = await invite('DONOR');
    await accept(email);
    const next = `next.${email}`;
    await change('changeUserEmail', email, { email: next });
    await change('changeUser', email, { name: email, role: 'OFFICER' });
    expect(await confirm(officer, email)).toEqual([]);
    const token = await mailedToken(api, email, 'email_change');
    expect(codes((await post('/auth/email/confirm', { token })).json())).toEqual([]);
    expect(await signInAs(next)).toBe('PENDING_CONFIRMATION');
    expect(await confirm(admin, next)).toEqual(['CONFIRM_OWN_ACT']);
  });

  it('is not the second person for what another administrator did to an account it made', async () => {
    const other = await invite('ADMIN');
    await accept(other);
    expect(await confirm(officer, other)).toEqual([]);
    const email = await settled();
    const { id } = await desk.user(email);
    await desk.change(other, 'renewInvitation', { user: id });
    await accept(email, 'set by the link only');
    expect(await confirm(admin, email)).toEqual(['CONFIRM_OWN_ACT']);
    expect(await confirm(other, email)).toEqual(['CONFIRM_OWN_ACT']);
    expect(await confirm(officer, email)).toEqual([]);
  });

  it('ends the sessions of whom it changes, and what is confirmed is what was looked at', async () => {
    const email = await settled();
    const [session] = cookiesOf(await signIn(email, 'another long phrase'));
    const { version } = await desk.user(email);
    await change('changeUser', email, { name: email, role: 'ADMIN' });
    const me = await api.http({ url: '/auth/me', headers: { cookie: session ?? '' } });
    expect(me.statusCode).toBe(401);
    expect(await confirm(officer, email, { expectedVersion: version })).toEqual([
      'VERSION_CONFLICT',
    ]);
    expect(await confirm(donor, email)).toEqual(['FORBIDDEN']);
  });

  it('leaves all of it in the audit, by whom, and names nobody', async () => {
    const email = await settled();
    const { id } = await desk.user(email);
    const events = await api
      .em()
      .execute<{ operation: string; after: object }[]>(
        `select operation, after from work.audit_event where subject = ? order by number`,
        [`user ${id}`],
      );
    expect(events.map(({ operation }) => operation)).toEqual([
      'INVITE_USER',
      'ACCEPT_INVITATION',
      'CONFIRM_ACCOUNT',
    ]);
    expect(events.at(-1)?.after).toEqual({ pending: false, acts: ['INVITED'] });
    expect(JSON.stringify(events)).not.toContain('two.example');
    expect(await confirm(second, email)).toEqual(['NOT_PENDING']);
  });

  it('is seen: the others are written to, with nobody’s name', async () => {
    const email = await invite('OFFICER');
    const { id } = await desk.user(email);
    const mails = await api.em().execute<{ email: string; text: string }[]>(
      `select u.email, n.text from work.notification n join work.user_account u on u.id = n.recipient
       where n.kind = 'CONFIRMATION' and n.key like (
         select 'confirmation:' || k.id || ':%' from work.account_confirmation k where k.user_account = ?)`,
      [id],
    );
    const told = mails.map((mail) => mail.email);
    expect(told).toEqual(expect.arrayContaining([officer, second]));
    for (const nobody of [admin, email, donor]) expect(told).not.toContain(nobody);
    expect(mails[0]?.text).not.toContain(email);
    const { result } = await desk.read(officer, 'pendingAccounts');
    expect(result.find((one) => one.id === id)).toMatchObject({
      email,
      role: 'OFFICER',
      mayConfirm: true,
      acts: [{ act: 'INVITED', by: 'admin' }],
    });
    const own = await desk.read(admin, 'pendingAccounts');
    expect(own.result.find((one) => one.id === id)).toMatchObject({ mayConfirm: false });
  });
});
