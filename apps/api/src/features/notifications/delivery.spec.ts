import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';
import { serverWork } from '../../testing/server-work.ts';
import { DeliveryService } from './delivery.service.ts';
import { PlannerService } from './planner.service.ts';
import { mailTransport, type Message, smtpTransport, type Transport } from './transport.ts';

let api: TestApp;
let delivery: DeliveryService;

const DUE = new Date('2026-03-31T06:00:00Z');
const FROM = 'Qadam <qadam@mail.example>';
const state = async (id: string) =>
  (
    await api
      .em()
      .execute<{ state: string; attempts: number; error: string | null }[]>(
        `select state, attempts, error from work.notification where id = ?`,
        [id],
      )
  )[0];

/** nodemailer builds the whole message; nothing leaves the process. */
function keeping(): Transport & { sent: Message[] } {
  const sent: Message[] = [];
  const json = mailTransport({ jsonTransport: true }, FROM);
  return {
    sent,
    send: async (message) => {
      await json.send(message);
      sent.push(message);
    },
    close: json.close,
  };
}
const failing = (code: string, response: string): Transport => ({
  send: () => Promise.reject(Object.assign(new Error('no'), { code, response })),
  close: () => undefined,
});

async function waiting(): Promise<string> {
  const [first] = await delivery.waiting();
  if (first === undefined) throw new Error('Nothing waits.');
  return first.id;
}

beforeAll(async () => {
  api = await startTestApp();
  delivery = serverWork(api, DeliveryService);
  await reportingFixture(api.em());
  await api.em().execute(`update work.cycle set opens_on = '2025-10-01', due_on = '2026-03-31',
    closes_on = '2026-06-30' where year = 2025`);
  await api.em().execute(`delete from work.assignment where area <> 'KGZ'`);
});
beforeEach(async () => {
  await api.em().execute(`delete from work.notification`);
  await serverWork(api, PlannerService).plan(DUE);
});
afterAll(() => api.stop());

describe('a mail', () => {
  it('is sent once, however often and from wherever it is asked for', async () => {
    const id = await waiting();
    const to = keeping();
    await Promise.all([1, 2, 3].map(() => delivery.deliver(to, id, false, DUE)));
    await delivery.deliver(to, id, false, DUE);
    expect(to.sent).toEqual([
      expect.objectContaining({
        messageId: `<${id}@localhost>`,
        to: { name: 'kgz', address: PEOPLE.kgz },
      }),
    ]);
    expect(await state(id)).toEqual({ state: 'SENT', attempts: 1, error: null });
    expect(await delivery.waiting()).toEqual([]);
  });

  it('is tried again after a failure, and given up after the last', async () => {
    const id = await waiting();
    const broken = failing('ECONNECTION', '421 come back later');
    await expect(delivery.deliver(broken, id, false, DUE)).rejects.toThrow('no');
    expect(await state(id)).toEqual({
      state: 'RETRY',
      attempts: 1,
      error: 'ECONNECTION 421 come back later',
    });
    await expect(delivery.deliver(broken, id, true, DUE)).rejects.toThrow('no');
    expect(await state(id)).toMatchObject({ state: 'FAILED', attempts: 2 });
    const to = keeping();
    await delivery.deliver(to, id, false, DUE);
    expect(to.sent).toEqual([]);
  });

  it('arrives at the next try where the server is back', async () => {
    const id = await waiting();
    await expect(delivery.deliver(failing('ETIMEDOUT', ''), id, false, DUE)).rejects.toThrow();
    await delivery.deliver(keeping(), id, false, DUE);
    expect(await state(id)).toEqual({ state: 'SENT', attempts: 2, error: null });
  });

  it('that a stopped process left half done is given up, not sent a second time', async () => {
    const id = await waiting();
    await api
      .em()
      .execute(
        `update work.notification set state = 'SENDING', changed_at = ?::timestamptz where id = ?`,
        [DUE.toISOString(), id],
      );
    await delivery.tidy(new Date(DUE.getTime() + 9 * 60_000));
    expect(await state(id)).toMatchObject({ state: 'SENDING' });
    await delivery.tidy(new Date(DUE.getTime() + 11 * 60_000));
    expect(await state(id)).toMatchObject({ state: 'FAILED', error: 'INTERRUPTED' });
  });

  it('does not reach an account that was disabled meanwhile', async () => {
    const id = await waiting();
    await api.em().execute(`update work.user_account set disabled_at = now() where area = 'KGZ'`);
    const to = keeping();
    await delivery.deliver(to, id, false, DUE);
    expect(to.sent).toEqual([]);
    expect(await state(id)).toMatchObject({ state: 'FAILED', error: 'ACCOUNT_DISABLED' });
    await api.em().execute(`update work.user_account set disabled_at = null where area = 'KGZ'`);
  });

  it('is held where there is no mail server, and a later server does not find it waiting', async () => {
    const id = await waiting();
    await delivery.hold(DUE);
    expect(await state(id)).toMatchObject({ state: 'HELD', attempts: 0 });
    expect(await delivery.waiting()).toEqual([]);
  });
});

describe('over SMTP', () => {
  /** Just enough of a mail server to take one message. */
  function sink(answer: string): Promise<{ url: string; received: string[]; stop: () => void }> {
    const received: string[] = [];
    const server = createServer((socket) => {
      let data = false;
      socket.write('220 sink\r\n');
      socket.on('data', (chunk) => {
        const text = chunk.toString();
        received.push(text);
        if (data) {
          if (!text.endsWith('\r\n.\r\n')) return;
          data = false;
          socket.write('250 taken\r\n');
        } else if (text.startsWith('RCPT')) socket.write(`${answer}\r\n`);
        else if (text.startsWith('DATA')) {
          data = true;
          socket.write('354 go on\r\n');
        } else if (text.startsWith('QUIT')) socket.end('221 bye\r\n');
        else socket.write('250 fine\r\n');
      });
    });
    return new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        resolve({ url: `smtp://127.0.0.1:${port}`, received, stop: () => server.close() });
      });
    });
  }

  it('leaves with sender, reader, text and HTML', async () => {
    const id = await waiting();
    const server = await sink('250 fine');
    const transport = smtpTransport({ url: server.url, from: FROM });
    await delivery.deliver(transport, id, false, DUE);
    transport.close();
    server.stop();
    expect(await state(id)).toMatchObject({ state: 'SENT' });
    const all = server.received.join('');
    for (const part of [
      'MAIL FROM:<qadam@mail.example>',
      `RCPT TO:<${PEOPLE.kgz}>`,
      'From: Qadam <qadam@mail.example>',
      'Auto-Submitted: auto-generated',
      `Message-ID: <${id}@localhost>`,
      'text/plain; charset=utf-8',
      'text/html; charset=utf-8',
    ]) {
      expect(all).toContain(part);
    }
  });

  it('keeps what the server said when it refused', async () => {
    const id = await waiting();
    const server = await sink('550 no such mailbox');
    const transport = smtpTransport({ url: server.url, from: FROM });
    await expect(delivery.deliver(transport, id, false, DUE)).rejects.toThrow();
    transport.close();
    server.stop();
    expect(await state(id)).toEqual({
      state: 'RETRY',
      attempts: 1,
      error: 'EENVELOPE 550 no such mailbox',
    });
  });
});

describe('the outbox page', () => {
  const OUTBOX = `query ($state: NotificationState) { outbox(state: $state) { sends counts { state count }
    items { id kind state recipientRole address language subject text attempts error createdAt changedAt } } }`;
  const AGAIN = `mutation ($input: SendAgainInput!) { sendAgain(input: $input) {
    notification { state } problems { code } } }`;
  const again = (who: string, notification: string) =>
    api.work(who, AGAIN, { input: { notification, idempotencyKey: randomUUID() } });

  it('shows officers, administrators and auditors what goes to whom', async () => {
    for (const who of [PEOPLE.officer, PEOPLE.admin, PEOPLE.auditor]) {
      const { data } = await api.work(who, OUTBOX);
      expect(data.outbox.sends).toBe(true);
      expect(data.outbox.counts).toEqual([{ state: 'WAITING', count: 1 }]);
      expect(data.outbox.items).toEqual([
        expect.objectContaining({
          kind: 'REMINDER',
          state: 'WAITING',
          recipientRole: 'REPORTER',
          address: PEOPLE.kgz,
          language: 'ru',
          createdAt: '2026-03-31T06:00:00.000Z',
        }),
      ]);
    }
    const sent = await api.work(PEOPLE.officer, OUTBOX, { state: 'SENT' });
    expect(sent.data.outbox.items).toEqual([]);
  });

  it('is read by an auditor, who sends nothing', async () => {
    const { errors } = await again(PEOPLE.auditor, await waiting());
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it.each(['kgz', 'donor'] as const)('is not for %s', async (who) => {
    const id = await waiting();
    for (const { errors } of [await api.work(PEOPLE[who], OUTBOX), await again(PEOPLE[who], id)]) {
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('sends again what was given up, by another job, and nothing else', async () => {
    const id = await waiting();
    const [before] = await delivery.waiting();
    const refused = await again(PEOPLE.officer, id);
    expect(refused.data.sendAgain.problems).toEqual([{ code: 'NOT_SENDABLE' }]);
    await expect(delivery.deliver(failing('E', ''), id, true, DUE)).rejects.toThrow();
    const { data } = await again(PEOPLE.officer, id);
    expect(data.sendAgain).toEqual({ notification: { state: 'WAITING' }, problems: [] });
    const [after] = await delivery.waiting();
    expect(after?.id).toBe(id);
    expect(after?.job).not.toBe(before?.job);
    const unknown = await again(PEOPLE.officer, randomUUID());
    expect(unknown.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
