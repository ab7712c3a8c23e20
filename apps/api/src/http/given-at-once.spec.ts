import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CurrentRelease } from '../features/releases/current-release.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { log } from './log.ts';
import { REQUESTS } from './measured.ts';

let test: TestApp;
const web = () => test.app.getHttpAdapter().getInstance();
const port = () => (web().server.address() as AddressInfo).port;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo', settings: { readsPerMinute: 60 } });
  await web().listen({ port: 0, host: '127.0.0.1' });
}, 120_000);
afterAll(() => test.stop());

type Sent = Exclude<Parameters<TestApp['http']>[0], string>;
const post = (query: string, more: Partial<Sent> = {}) =>
  test.http({ method: 'POST', url: '/graphql', payload: { query }, ...more });
const get = (query: string, more: Partial<Sent> = {}) =>
  test.http({ url: `/graphql?${new URLSearchParams({ query }).toString()}`, ...more });
const BY = { GET: get, POST: post };

/** Each question is different, so that no test gets an answer stored by another. */
let count = 0;
const unasked = (): string => `{ areas(lang: en) { code } } # ${String((count += 1))}`;

/** How many questions of a network are answered until it is refused. */
async function answeredBy(
  method: keyof typeof BY,
  query: string,
  remoteAddress: string,
): Promise<number> {
  for (let answered = 0; answered < 200; answered += 1) {
    const { statusCode } = await BY[method](query, { remoteAddress });
    if (statusCode === 429) return answered;
    expect(statusCode).toBe(200);
  }
  throw new Error('It was never refused.');
}

describe('a stored answer', () => {
  it.each(['GET', 'POST'] as const)(
    'by %s is given before anything is waited for, with the same head',
    async (method) => {
      const query = unasked();
      const seen = async () => {
        const { statusCode, headers, body } = await BY[method](query);
        return { statusCode, headers: { ...headers, date: '' }, body };
      };
      const current = test.app.get(CurrentRelease, { strict: false });
      current.forget(); // read anew, so that what an earlier test has read does not expire during this one
      const first = await seen();
      const waited = jest.spyOn(current, 'edition');
      expect(await seen()).toEqual(first);
      expect(waited).not.toHaveBeenCalled();
      waited.mockRestore();
    },
  );

  it.each(['GET', 'POST'] as const)(
    'by %s is one of the share of its network, and refused beyond it',
    async (method) => {
      const query = unasked();
      const remoteAddress = `203.0.113.${method === 'GET' ? '77' : '78'}`;
      expect(await answeredBy(method, query, remoteAddress)).toBeGreaterThanOrEqual(60);
    },
  );

  it('is told in the log and measured as any other', async () => {
    const query = unasked();
    await post(query);
    const measured: unknown[] = [];
    const note = (message: unknown) => void measured.push(message);
    REQUESTS.subscribe(note);
    const info = jest.spyOn(log, 'info');
    await post(query);
    await wait(20);
    REQUESTS.unsubscribe(note);
    const told = { method: 'POST', status: 200 };
    expect(measured).toMatchObject([{ ...told, route: '/graphql' }]);
    const line: unknown = expect.objectContaining({ ...told, path: '/graphql' });
    expect(info.mock.calls).toContainEqual([line, 'request']);
    info.mockRestore();
  });

  it('to a question that comes in pieces is the same', async () => {
    const query = unasked();
    const { body: whole } = await post(query);
    const body = JSON.stringify({ query });
    const answer = await new Promise<string>((resolve, reject) => {
      const sent = request({
        port: port(),
        path: '/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      });
      sent.on('error', reject).on('response', (response) => {
        text(response).then(resolve, reject);
      });
      sent.write(body.slice(0, 20));
      setTimeout(() => sent.end(body.slice(20)), 50);
    });
    expect(answer).toBe(whole);
  });
});

describe('a question that is refused', () => {
  const NEXT = 'GET /health/live HTTP/1.1\r\nhost: qadam\r\nconnection: close\r\n\r\n';
  const headOf = (length: number, more: Record<string, string>) => {
    const headers = { host: 'qadam', 'content-length': String(length), ...more };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return `POST /graphql HTTP/1.1\r\n${lines.join('')}\r\n`;
  };

  /** All that comes back until the connection ends. No body is sent before the answer has begun. */
  async function talk(head: string, pieces: string[]): Promise<string> {
    const socket = connect(port(), '127.0.0.1');
    socket.setTimeout(4_000, () => socket.destroy());
    let answers = '';
    socket.on('data', (data) => (answers += data.toString()));
    const ended = once(socket, 'close');
    const begun = once(socket, 'data');
    socket.write(head);
    await Promise.race([begun, ended]);
    for (const piece of pieces) {
      socket.write(piece);
      await wait(20);
    }
    socket.write(NEXT);
    await ended;
    return answers;
  }

  const half = 'a'.repeat(49_000);
  const body = [`{"query":"${half}`, `${half}"}`];
  const { length } = body.join('');

  it('by the share of its network is so before its body is waited for, and the connection serves the next one', async () => {
    const network = '203.0.113.79';
    await answeredBy('POST', unasked(), network);
    const head = headOf(length, {
      'content-type': 'application/json',
      'x-forwarded-for': network,
    });
    const answers = await talk(head, body);
    expect(answers).toMatch(/^HTTP\/1\.1 429 .*HTTP\/1\.1 200 /s);
  });

  it.each(['application/jsonx', 'application/json-patch+json', 'application/json5'])(
    'for its type %s leaves the connection to the next one',
    async (type) => {
      const answers = await talk(headOf(length, { 'content-type': type }), body);
      expect(answers).toMatch(/^HTTP\/1\.1 415 .*HTTP\/1\.1 200 /s);
    },
  );
});
