import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adminRequests } from '../../testing/admin-requests.ts';
import { type DeskRequests, deskRequests } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import type { Inbox, InboxItem, MarkInboxReadPayload } from './inbox.type.ts';
import { serverWork } from '../../testing/server-work.ts';
import { PlannerService } from './planner.service.ts';

const { kgz, uzb, officer, donor, admin } = PEOPLE;

let api: TestApp;
let desk: DeskRequests;
let planner: PlannerService;
beforeAll(async () => {
  api = await startTestApp();
  planner = serverWork(api, PlannerService);
  await reportingFixture(api.em());
  // so that no reminder of the deadline comes, whatever the hour of the test
  await api.em().execute(`update work.cycle set due_on = due_on + 10 where year = 2025`);
  desk = deskRequests(api);
});
afterAll(() => api.stop());

const soon = () => new Date(Date.now() + 11 * 60_000);

async function inbox(who: string, more = ''): Promise<Inbox> {
  const { data, errors } = await api.work<{ inbox: Inbox }>(
    who,
    `{ inbox${more} { items { id kind subject language path createdAt readAt } next } }`,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.inbox;
}
async function unread(who: string) {
  const { data } = await api.work<{ unreadInbox: number }>(who, `{ unreadInbox }`);
  return data?.unreadInbox;
}
async function markRead(who: string, items: string[] | null) {
  const { data } = await api.work<{ markInboxRead: MarkInboxReadPayload }>(
    who,
    `mutation ($input: MarkInboxReadInput!) { markInboxRead(input: $input) { unread problems { code } } }`,
    { input: { items, idempotencyKey: randomUUID() } },
  );
  return data?.markInboxRead;
}
const kinds = ({ items }: Inbox) => items.map(({ kind }) => kind);
const first = ({ items: [item] }: Inbox): InboxItem => {
  if (item === undefined) throw new Error('The inbox is empty.');
  return item;
};

describe('the inbox', () => {
  it('holds what the mails say, and where it is', async () => {
    const { cell } = await desk.save(kgz, 'A6.1', '3');
    await desk.submit(kgz, [cell]);
    const { id: observation, current } = cell;
    await planner.plan(new Date());
    // from Monday to Wednesday the weekly digest comes too
    const news = (await inbox(officer)).items.filter(({ kind }) => kind !== 'DIGEST');
    expect(news).toEqual([
      expect.objectContaining({ kind: 'SUBMITTED', path: 'review', readAt: null }),
    ]);
    await desk.change(officer, 'returnValue', {
      observation,
      revision: current.id,
      reason: 'Why?',
    });
    await planner.plan(soon());
    expect(first(await inbox(kgz))).toMatchObject({
      ...{ kind: 'RETURNED', path: 'report/KGZ/2025', language: 'ru', readAt: null },
      subject: 'Kyrgyzstan (ru): вам возвращено 1 значение',
    });
    const [mail] = await api
      .em()
      .execute<{ subject: string }[]>(
        `select subject from work.notification where kind = 'RETURNED'`,
      );
    expect(first(await inbox(kgz)).subject).toBe(mail?.subject);
  });

  it('counts what is unread in one statement', async () => {
    await api.cookie(kgz);
    expect(await unread(kgz)).toBe(1);
    const withSession = await api.statements(() => api.work(kgz, '{ me { id } }'));
    expect(await api.statements(() => unread(kgz))).toBe(withSession + 1);
  });

  it('is one person’s own: nobody reads or marks another’s', async () => {
    const { id } = first(await inbox(kgz));
    for (const who of [uzb, donor, admin]) {
      expect((await inbox(who)).items.map((item) => item.id)).not.toContain(id);
      expect((await markRead(who, [id]))?.problems).toEqual([]);
    }
    expect(await unread(kgz)).toBe(1);
    expect((await api.work(null, '{ unreadInbox }')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('is marked as read, one by one or as a whole', async () => {
    const { id } = first(await inbox(kgz));
    expect(await markRead(kgz, [id])).toEqual({ unread: 0, problems: [] });
    expect(first(await inbox(kgz)).readAt).not.toBeNull();
    expect(await markRead(officer, null)).toEqual({ unread: 0, problems: [] });
  });

  it('holds no way into an account', async () => {
    const people = adminRequests(api);
    const { id } = await people.user(donor);
    await people.change(admin, 'renewInvitation', { user: id });
    expect(kinds(await inbox(donor))).toEqual([]);
  });

  it('is read page by page', async () => {
    for (const indicator of ['A5.8', 'A5.2']) {
      const more = indicator === 'A5.2' ? { numerator: '1', denominator: '2' } : {};
      const { cell } = await desk.save(kgz, indicator, indicator === 'A5.8' ? '3' : null, more);
      await desk.submit(kgz, [cell]);
      await planner.plan(new Date());
    }
    const all = await inbox(officer);
    const page = await inbox(officer, '(first: 2)');
    const rest = await inbox(officer, `(first: 2, after: "${page.next ?? ''}")`);
    expect([...page.items, ...rest.items]).toEqual(all.items);
    expect(rest.next).toBeNull();
  });
});
