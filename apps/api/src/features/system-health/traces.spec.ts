import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { traced } from '../../http/traced.ts';
import { Notification } from '../outbox/notification.entity.ts';
import { UserAccount } from '../users/user-account.entity.ts';
import { startTraces } from './traces.ts';

interface SentSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  status: { code: number };
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
}

/** A collector for OTLP over HTTP that keeps what it gets. */
async function startCollector() {
  const bodies: string[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    text: () => bodies.join('\n'),
    spans: () =>
      bodies.flatMap((body) =>
        (
          JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] }
        ).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      ),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
const attribute = (span: SentSpan | undefined, name: string) => {
  const value = span?.attributes.find(({ key }) => key === name)?.value;
  return value?.stringValue ?? value?.intValue;
};

let test: TestApp;
let collector: Awaited<ReturnType<typeof startCollector>>;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  collector = await startCollector();
}, 120_000);
afterAll(async () => {
  await collector.stop();
  await test.stop();
});

describe('traces', () => {
  const TRACE = '0af7651916cd43dd8448eb211c80319c';
  const CALLER = 'b7ad6b7169203331';
  const onward: Record<string, string> = {};

  it('hold a request with its operation and its statements, as part of the trace that it names, and no value', async () => {
    const stop = startTraces(collector.endpoint);
    await test.http({
      method: 'POST',
      url: '/work/graphql?secret=of-the-address',
      headers: {
        cookie: await test.cookie('admin@demo.example'),
        traceparent: `00-${TRACE}-${CALLER}-01`,
      },
      payload: {
        query:
          'query NameOfSomebody($text: String!) { users(lang: en, search: $text) { __typename } }',
        variables: { text: 'figure-of-somebody' },
      },
    });
    await test.http('/auth/me?secret=of-the-address');
    await traced({ kind: 'job', name: 'a-queue' }, () =>
      traced({ kind: 'webhook', name: 'send a webhook', onward }, () => Promise.resolve()),
    );
    await traced({ kind: 'mail', name: 'send a mail' }, () =>
      Promise.reject(new Error('no mailbox of somebody@demo.example')),
    ).catch(() => undefined);
    await stop();

    const spans = collector.spans();
    const request = spans.find(({ name }) => name === 'POST /work/graphql');
    expect(request).toMatchObject({ traceId: TRACE, parentSpanId: CALLER });
    expect(attribute(request, 'graphql.operation.field')).toBe('users');
    expect(attribute(request, 'http.response.status_code')).toBe(200);
    const statements = spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId);
    expect(statements.map((one) => attribute(one, 'db.query.text')).join()).toContain('ilike');
    for (const one of statements) {
      expect(one.traceId).toBe(TRACE);
      expect(attribute(one, 'db.query.text')).toMatch(/^(select|insert|update|begin|commit)/i);
    }
    const other = spans.find(({ name }) => name === 'GET /auth/me');
    expect(other?.traceId).not.toBe(TRACE);
    const job = spans.find(({ name }) => name === 'a-queue');
    const webhook = spans.find(({ name }) => name === 'send a webhook');
    expect(webhook).toMatchObject({ traceId: job?.traceId, parentSpanId: job?.spanId });
    expect(onward['traceparent']).toBe(`00-${webhook?.traceId ?? ''}-${webhook?.spanId ?? ''}-01`);
    expect(spans.find(({ name }) => name === 'send a mail')?.status.code).toBe(2);
    expect(collector.text()).not.toMatch(/somebody|of-the-address|@demo|NameOf/i);
  });

  it('hold no value of statements in whose text MikroORM writes them', async () => {
    const stop = startTraces(collector.endpoint);
    const em = test.em();
    const { id: recipient } = await em.findOneOrFail(UserAccount, {
      email: 'admin@demo.example',
    });
    await traced({ kind: 'job', name: 'writes' }, async () => {
      await em.insert(Notification, {
        ...{
          id: randomUUID(),
          job: randomUUID(),
          recipient,
          kind: 'CONFIRMATION',
          key: String.raw`somebody's \ key`,
          language: 'en',
        },
        ...{ subject: "it's about somebody", text: 'a\nsomebody', html: '"somebody"' },
        ...{ attempts: 271_828, createdAt: new Date(), changedAt: new Date() },
      });
      await em.count(Notification, { subject: "it's about somebody", attempts: 271_828 });
      await em.nativeUpdate(
        Notification,
        { attempts: 271_828 },
        { address: null, text: 'somebody@demo.example' },
      );
      await em.find(Notification, { text: { $in: ['somebody@demo.example', 'two'] } });
      await em.nativeDelete(Notification, { attempts: 271_828 });
      await em.execute("select 'it' -- somebody's\n, ?", ['two somebodies']);
      const long = 'somebody'.repeat(100_000);
      await em.execute('select ?::text, ?::bytea, ?::numeric', [long, Buffer.from(long), -27.1828]);
    });
    await stop();

    const spans = collector.spans();
    const { spanId } = spans.find(({ name }) => name === 'writes') ?? {};
    const texts = spans
      .filter(({ parentSpanId }) => parentSpanId === spanId)
      .map((one) => String(attribute(one, 'db.query.text')));
    expect(texts).toHaveLength(7);
    expect(texts[0]).toMatch(/^insert into "work"."notification" \("id", .* values \(\?, /);
    expect(texts[1]).toMatch(
      /^select count\(\*\) .* where "n0"."subject" = \? and "n0"."attempts" = \?$/,
    );
    expect(texts.join()).not.toMatch(/somebody|736f6d65|2718|27\.18|@demo/i);
  });
});
