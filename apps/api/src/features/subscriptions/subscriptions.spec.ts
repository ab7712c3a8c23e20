import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { serverWork } from '../../testing/server-work.ts';
import { DeliveryService } from '../notifications/delivery.service.ts';
import { PlannerService } from '../notifications/planner.service.ts';
import { mailTransport, type Message } from '../notifications/transport.ts';
import { SubscriptionService } from './subscription.service.ts';
import { RetentionService } from '../retention/retention.service.ts';

const NEWS = `select id from work.notification where kind = 'RELEASE_NEWS'`;
const ADDRESS = 'reader@mail.example';
const NOW = new Date('2026-11-10T09:00:00Z');
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

let test: TestApp;
let service: SubscriptionService;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo', settings: { demo: false } });
  service = test.app.get(SubscriptionService, { strict: false });
}, 120_000);
beforeEach(async () => {
  await test.em().execute('delete from work.notification');
  await test.em().execute('delete from work.subscriber');
});
afterAll(() => test.stop());

interface Row {
  id: string;
  email: string;
  kind: string;
  code: string | null;
  confirmed: boolean;
  release: string | null;
}
const rows = () =>
  test
    .em()
    .execute<Row[]>(
      `select id, email, kind, code, confirmed_at is not null as confirmed, release from work.subscriber order by asked_at`,
    );

/** Sends the waiting mails and returns them as they were sent. */
async function sent(now = NOW): Promise<Message[]> {
  const delivery = serverWork(test, DeliveryService);
  const messages: Message[] = [];
  const json = mailTransport({ jsonTransport: true }, 'Qadam <qadam@mail.example>');
  const transport = {
    send: async (message: Message) => {
      await json.send(message);
      messages.push(message);
    },
    close: () => undefined,
  };
  for (const { id } of await delivery.waiting()) await delivery.deliver(transport, id, true, now);
  return messages;
}
/** Runs the planner and returns how many mails with news it adds; mails to accounts are removed. */
async function plan(now = NOW): Promise<number> {
  const before = await test.em().execute<object[]>(NEWS);
  await serverWork(test, PlannerService).plan(now);
  await test.em().execute('delete from work.notification where subscriber is null');
  return (await test.em().execute<object[]>(NEWS)).length - before.length;
}
const tokenIn = ({ text }: Message) =>
  decodeURIComponent(/token=([^\s]+)/.exec(text)?.[1] ?? 'none');
async function subscribed(about: string, email = ADDRESS): Promise<void> {
  await service.ask({ email, about }, 'en', NOW);
  const [mail] = await sent();
  expect(mail && (await service.confirm(tokenIn(mail), NOW))).toBe(true);
}
/** Sets subscribers back, as if they had got no news since the first release. */
const forget = () => test.em().execute(`update work.subscriber set release = '2026.1'`);

describe('news of releases without an account', () => {
  it('begin with one mail to the address typed, and with nothing else until its link is followed', async () => {
    await service.ask({ email: ' Reader@Mail.Example ', about: 'A4' }, 'ru', NOW);
    expect(await rows()).toMatchObject([
      { email: ADDRESS, kind: 'ACTION', code: 'A4', confirmed: false },
    ]);
    const [mail, ...others] = await sent();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: { name: '', address: ADDRESS } });
    expect(mail?.text).toContain('/ru/about/news/confirm?token=');
    expect(mail?.unsubscribe).toBeUndefined();
    await forget();
    expect(await plan()).toBe(0);
  });

  it('tell after a release what it changed in what was chosen, once, with a link that ends them', async () => {
    await subscribed('KGZ');
    await forget();
    expect(await plan()).toBe(1);
    const [mail] = await sent();
    expect(mail?.subject).toContain('2026.2');
    expect(mail?.text).toContain('Kyrgyzstan: ');
    expect(mail?.text).toContain('/en/changes?from=2026.1&to=2026.2&c=KGZ');
    expect(mail?.unsubscribe).toMatch(/^http:\/\/localhost:3000\/en\/unsubscribe\?token=/);
    expect(await plan(later(1))).toBe(0);
  });

  it.each(['all', 'A4'])('can be about %s', async (about) => {
    await subscribed(about);
    await forget();
    expect(await plan()).toBe(1);
  });

  it('are not sent where the release changed nothing of it', async () => {
    await subscribed('all');
    expect((await rows())[0]?.release).toBe('2026.2');
    expect(await plan()).toBe(0);
  });

  it('end by one click of the mail program, and nothing of the address is left', async () => {
    await subscribed('all');
    await forget();
    await plan();
    const [mail] = await sent();
    const url = new URL(mail?.unsubscribe ?? '');
    const end = () =>
      test.http({
        method: 'POST',
        url: url.pathname + url.search,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'List-Unsubscribe=One-Click',
      });
    expect((await end()).json()).toEqual({ ended: true });
    expect((await end()).statusCode).toBe(200);
    expect(await rows()).toEqual([]);
    const left = await test.em().execute(`select 1 from work.notification`);
    expect(left).toEqual([]);
  });

  it('keep the choice that was confirmed until another one is', async () => {
    await subscribed('KGZ');
    await service.ask({ email: ADDRESS, about: 'all' }, 'en', later(2));
    expect((await rows()).filter(({ confirmed }) => confirmed)).toMatchObject([{ code: 'KGZ' }]);
    const [mail] = await sent(later(2));
    expect(mail && (await service.confirm(tokenIn(mail), later(3)))).toBe(true);
    expect(await rows()).toMatchObject([{ kind: 'EVERYTHING', confirmed: true }]);
  });

  it('are forgotten after seven days where nobody confirmed them', async () => {
    await service.ask({ email: ADDRESS, about: 'all' }, 'en', NOW);
    const retention = serverWork(test, RetentionService);
    await retention.deleteExpired(later(6 * 24));
    expect(await rows()).toHaveLength(1);
    await retention.deleteExpired(later(7 * 24 + 1));
    expect(await rows()).toEqual([]);
  });

  it('leave no copy of what was sent', async () => {
    await subscribed('all');
    await forget();
    await plan();
    await sent();
    await serverWork(test, DeliveryService).tidy(later(1));
    expect(await test.em().execute(`select 1 from work.notification`)).toEqual([]);
  });

  it.each([
    ['no address', 'EMAIL_INVALID', { email: 'reader', about: 'all' }],
    ['no choice', 'CHOICE_UNKNOWN', { email: ADDRESS, about: 'everything' }],
    ['a country that was never released', 'CHOICE_UNKNOWN', { email: ADDRESS, about: 'XXX' }],
  ])('are refused with %s, and nothing is kept', async (_, code, asked) => {
    await expect(service.ask(asked, 'en', NOW)).rejects.toThrow(code);
    expect(await rows()).toEqual([]);
  });

  it('show administrators how many there are, and no address', async () => {
    await subscribed('all');
    await forget();
    await plan();
    const { data } = await test.work<{ outbox: { subscribers: number; items: object[] } }>(
      'admin@demo.example',
      '{ outbox(skip: 0) { subscribers items { address subject text } } }',
    );
    expect(data?.outbox.subscribers).toBe(1);
    expect(JSON.stringify(data)).not.toContain(ADDRESS);
  });
});
