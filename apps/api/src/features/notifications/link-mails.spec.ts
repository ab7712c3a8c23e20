import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mailedToken } from '../../testing/account-links.ts';
import { type AdminRequests, adminRequests } from '../../testing/admin-requests.ts';
import { codes } from '../../testing/desk-requests.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import { serverWork } from '../../testing/server-work.ts';
import { DeliveryService } from './delivery.service.ts';
import type { Message } from './transport.ts';

const { admin, kgz } = PEOPLE;
const NOW = new Date();

let api: TestApp;
let desk: AdminRequests;
let delivery: DeliveryService;
beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = adminRequests(api);
  delivery = serverWork(api, DeliveryService);
});
beforeEach(() => api.em().execute('delete from work.notification'));
afterAll(() => api.stop());

/** Sends the waiting mails and returns the messages as they were sent. */
async function deliverAll(): Promise<Message[]> {
  const sent: Message[] = [];
  const transport = {
    send: (message: Message) => Promise.resolve(void sent.push(message)),
    close: () => undefined,
  };
  for (const { id } of await delivery.waiting()) await delivery.deliver(transport, id, true, NOW);
  return sent;
}
const renew = async (email: string) => {
  const { id } = await desk.user(email);
  const { payload } = await desk.change(admin, 'renewInvitation', { user: id });
  expect(codes(payload)).toEqual([]);
};
const changeEmail = async (who: string, email: string) => {
  const { id, version } = await desk.user(who);
  const input = { user: id, expectedVersion: version, email };
  expect(codes((await desk.change(admin, 'changeUserEmail', input)).payload)).toEqual([]);
};
const stored = async () =>
  JSON.stringify(await api.em().execute('select * from work.notification'));

describe('a mail with a link', () => {
  it('gets its token on the way out, behind the #; what is kept has none', async () => {
    await renew(kgz);
    const token = await mailedToken(api, kgz);
    const [mail] = await deliverAll();
    expect(mail?.to.address).toBe(kgz);
    const link = `http://localhost:3000/ru/account/invitation#token=${token}`;
    for (const part of [mail?.text, mail?.html]) expect(part).toContain(link);
    expect(await stored()).not.toContain(token);
    expect(await stored()).toContain('"state":"SENT"');
  });

  it('for a new address goes there', async () => {
    await changeEmail(kgz, 'next@mail.example');
    const token = await mailedToken(api, kgz, 'email_change');
    const [mail] = await deliverAll();
    expect(mail?.to.address).toBe('next@mail.example');
    expect(mail?.text).toContain(`/ru/account/email#token=${token}`);
    const { data } = await api.work<{ outbox: { items: { address: string }[] } }>(
      admin,
      '{ outbox { items { address } } }',
    );
    expect(data?.outbox.items).toEqual([{ address: 'next@mail.example' }]);
  });

  it('is not sent once its link was replaced by a newer one', async () => {
    await renew(kgz);
    await renew(kgz);
    expect(await deliverAll()).toHaveLength(1);
    expect(await stored()).toContain('LINK_CLOSED');
  });

  it('that is held is printed where that is asked for, with links only', async () => {
    await renew(kgz);
    await api.em().execute(
      `insert into work.notification (id, key, kind, recipient, language, subject, text, html, job, created_at, changed_at)
         select gen_random_uuid(), 'k', 'DIGEST', id, 'ru', 's', 'digest', 'h', gen_random_uuid(), now(), now()
         from work.user_account where email = ?`,
      [kgz],
    );
    const printed: string[] = [];
    await delivery.hold(NOW, (mail) => void printed.push(mail));
    expect(printed).toEqual([expect.stringContaining(`#token=${await mailedToken(api, kgz)}`)]);
    expect(await delivery.waiting()).toEqual([]);
  });
});
