import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { log } from '../../http/log.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, published, reportingFixture } from '../../testing/reporting-fixture.ts';
import { serverWork } from '../../testing/server-work.ts';
import { postWebhook } from './post-webhook.ts';
import { AddressRefused } from './safe-address.ts';
import { WebhookPlanner } from './webhook-planner.ts';
import { WebhookSender } from './webhook-sender.ts';

let api: TestApp;
let server: Server;
let url: string;
const { kgz, uzb, officer, admin } = PEOPLE;

const heard: { body: string; signature: string; id: string }[] = [];
const answer = { status: 200 };

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += String(piece)));
    request.on('end', () => {
      const header = (name: string) => String(request.headers[name]);
      heard.push({ body, signature: header('qadam-signature'), id: header('qadam-delivery') });
      response.writeHead(answer.status).end('never read');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook`;
  api = await startTestApp({ settings: { webhooksToPrivateNetworks: true } });
  await reportingFixture(api.em());
});
afterAll(async () => {
  server.close();
  await api.stop();
});

const CREATE = `mutation ($input: CreateWebhookInput!) { answer: createWebhook(input: $input) {
  secret webhooks { id url events } problems { code } } }`;
const END = `mutation ($input: EndWebhookInput!) { answer: endWebhook(input: $input) { webhooks { id } problems { code } } }`;
const LIST = `query { webhooks(area: "KGZ") { id deliveries { event state attempts status error } } }`;

const create = (who: string, more: object = {}, app = api) =>
  app.work(who, CREATE, {
    input: {
      ...{ area: 'KGZ', url, events: ['RELEASED', 'RETURNED', 'ASKED'] },
      ...{ idempotencyKey: randomUUID(), ...more },
    },
  });
const planner = () => serverWork(api, WebhookPlanner);
const sender = () => serverWork(api, WebhookSender);

let year = 2026;

/** Returns a value and asks about it, in two countries; in another year each time. */
async function happen(): Promise<void> {
  year -= 1;
  const em = api.em();
  const cell = await published(em, {
    area: 'KGZ',
    indicator: 'A5.8',
    year,
    value: '7',
    state: 'APPROVED',
  });
  const other = await published(em, {
    area: 'UZB',
    indicator: 'A5.8',
    year,
    value: '7',
    state: 'APPROVED',
  });
  for (const observation of [cell, other]) {
    await em.execute(
      `insert into work.review (id, observation, revision, decision, reason, reviewer)
       select gen_random_uuid(), o.id, o.current_revision, 'RETURNED', 'Look again', u.id
       from work.observation o, work.user_account u where o.id = ? and u.email = ?`,
      [observation, officer],
    );
    await em.execute(
      `insert into work.message (id, observation, author, text, question)
       select gen_random_uuid(), ?, id, 'Is it so', true from work.user_account where email = ?`,
      [observation, officer],
    );
  }
}

describe('an address that is told events', () => {
  let secret: string;

  it('is set up by a reporter of the country or an administrator, with a secret to check it by', async () => {
    const { data } = await create(kgz);
    expect(data.answer).toMatchObject({ problems: [], webhooks: [{ url }] });
    secret = data.answer.secret;
    expect(secret).toMatch(/^[\w-]{43}$/);
    // the secret is not readable in the database, so a copy of it cannot sign messages
    expect(JSON.stringify(await api.em().execute('select * from work.webhook'))).not.toContain(
      secret,
    );
    expect((await create(uzb)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await create(officer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await create(admin, { events: [] })).data.answer.problems).toEqual([
      { code: 'EVENTS_REQUIRED' },
    ]);
  });

  it('is told once what was returned and asked in its country, without a figure, signed with its time', async () => {
    await happen();
    expect(await planner().plan()).toBe(2);
    expect(await planner().plan()).toBe(0);
    for (const id of await planner().waiting()) await sender().deliver(id, false);
    expect(heard.map(({ body }) => JSON.parse(body).event).toSorted()).toEqual([
      'ASKED',
      'RETURNED',
    ]);
    for (const { body, signature, id } of heard) {
      const [, time = '', mark = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
      expect(mark).toBe(createHmac('sha256', secret).update(`${time}.${body}`).digest('hex'));
      expect(Math.abs(Number(time) * 1000 - Date.now())).toBeLessThan(60_000);
      const told = JSON.parse(body);
      expect(told).toMatchObject({ id, area: 'KGZ', indicator: 'A5.8', year: 2025 });
      expect(Object.keys(told)).not.toContain('value');
      expect(body).not.toContain('Look again');
    }
    const { data } = await api.work(kgz, LIST);
    expect(data.webhooks[0].deliveries).toEqual(
      ['ASKED', 'RETURNED'].map(() =>
        expect.objectContaining({
          event: expect.any(String),
          state: 'SENT',
          attempts: 1,
          status: 200,
          error: null,
        }),
      ),
    );
  });

  it('is tried again where it does not answer well, and given up at last', async () => {
    answer.status = 500;
    await happen();
    await planner().plan();
    const [first = '', second = ''] = await planner().waiting();
    await expect(sender().deliver(first, false)).rejects.toThrow('NOT_TAKEN');
    await expect(sender().deliver(second, true)).rejects.toThrow('NOT_TAKEN');
    answer.status = 200;
    await sender().deliver(first, false);
    const { data } = await api.work(kgz, LIST);
    const [hook] = data.webhooks;
    expect(hook.deliveries).toContainEqual({
      event: expect.any(String),
      state: 'SENT',
      attempts: 2,
      status: 200,
      error: null,
    });
    expect(hook.deliveries).toContainEqual({
      event: expect.any(String),
      state: 'FAILED',
      attempts: 1,
      status: 500,
      error: 'NOT_TAKEN',
    });
  });

  it('is signed with the same secret when SESSION_SECRET is replaced, and not at all when the key is lost', async () => {
    const settings = api.app.get<Settings>(SETTINGS, { strict: false });
    const by = (secrets: Settings['secrets']) =>
      new WebhookSender(api.em(), { ...settings, secrets });
    const [newer, other] = ['newer'.repeat(8), 'other'.repeat(8)];
    // at a start with both keys every secret is sealed with the newer one, even if no message is due
    await by([newer, ...settings.secrets]).reseal();
    for (const sending of [by([newer, ...settings.secrets]), by([newer])]) {
      await happen();
      await planner().plan();
      for (const id of await planner().waiting()) await sending.deliver(id, false);
      const { body, signature } = heard.at(-1) ?? { body: '', signature: '' };
      const [, time = '', mark = ''] = /^t=(\d+),v1=(\w+)$/.exec(signature) ?? [];
      expect(mark).toBe(createHmac('sha256', secret).update(`${time}.${body}`).digest('hex'));
    }
    await happen();
    await planner().plan();
    const before = heard.length;
    const warn = jest.spyOn(log, 'warn').mockImplementation(() => undefined);
    await by([other]).reseal();
    expect(warn).toHaveBeenCalledTimes(1);
    const waiting = await planner().waiting();
    for (const id of waiting)
      await expect(by([other]).deliver(id, false)).rejects.toThrow('SECRET_LOST');
    expect(warn).toHaveBeenCalledTimes(1 + waiting.length);
    warn.mockRestore();
    expect(heard.length).toBe(before);
    // the next try succeeds if the key is there again
    for (const id of waiting) await by([newer]).deliver(id, false);
    expect(heard.length).toBe(before + waiting.length);
    await by([...settings.secrets, newer]).reseal();
  });

  it('is told nothing more once it is ended, not even what waits', async () => {
    await happen();
    await planner().plan();
    const waiting = await planner().waiting();
    const { data } = await api.work(kgz, LIST);
    await api.work(kgz, END, {
      input: { webhook: data.webhooks[0].id, idempotencyKey: randomUUID() },
    });
    const before = heard.length;
    for (const id of waiting) await sender().deliver(id, false);
    expect(heard.length).toBe(before);
    await happen();
    expect(await planner().plan()).toBe(0);
  });
});

describe('the network of the server', () => {
  it('is reached by no webhook unless the server is told so', async () => {
    const strict = await startTestApp();
    await reportingFixture(strict.em());
    for (const [address, code] of [
      [url, 'ADDRESS_NOT_SECURE'],
      ['https://127.0.0.1/', 'ADDRESS_PRIVATE'],
      ['https://[::1]/', 'ADDRESS_PRIVATE'],
    ] as const)
      expect((await create(kgz, { url: address }, strict)).data.answer.problems).toEqual([
        { code },
      ]);
    // a stored address is checked again before anything is sent
    await create(kgz, { url: 'https://inside.example/' }, strict);
    await strict.em().execute(`update work.webhook set url = ?`, [url]);
    await strict.em().execute(
      `insert into work.webhook_delivery (id, webhook, event, subject, body)
       select gen_random_uuid(), id, 'RELEASED', '1', '{}' from work.webhook`,
    );
    const before = heard.length;
    const [id = ''] = await serverWork(strict, WebhookPlanner).waiting();
    await serverWork(strict, WebhookSender).deliver(id, false);
    expect(heard.length).toBe(before);
    await strict.stop();
  });

  it('is not reached by a name that leads inside', async () => {
    const before = heard.length;
    const inside = url.replace('127.0.0.1', 'localhost');
    await expect(postWebhook(inside, '{}', {}, false)).rejects.toBeInstanceOf(AddressRefused);
    expect(heard.length).toBe(before);
  });
});
