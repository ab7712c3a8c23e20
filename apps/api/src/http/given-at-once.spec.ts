import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CurrentRelease } from '../features/releases/current-release.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { log } from './log.ts';
import { REQUESTS } from './measured.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo', settings: { readsPerMinute: 60 } });
}, 120_000);
afterAll(() => test.stop());

type Sent = Exclude<Parameters<TestApp['http']>[0], string>;
const post = (query: string, more: Partial<Sent> = {}) =>
  test.http({ method: 'POST', url: '/graphql', payload: { query }, ...more });
const get = (query: string, more: Partial<Sent> = {}) =>
  test.http({ url: `/graphql?${new URLSearchParams({ query }).toString()}`, ...more });
const BY = { GET: get, POST: post };

/** Each says something else, so that no test meets what another has left. */
let count = 0;
const unasked = (): string => `{ areas(lang: en) { code } } # ${String((count += 1))}`;

describe('a stored answer', () => {
  it.each(['GET', 'POST'] as const)(
    'by %s is given before anything is waited for, with the same head',
    async (method) => {
      const query = unasked();
      const seen = async () => {
        const { statusCode, headers, body } = await BY[method](query);
        return { statusCode, headers: { ...headers, date: '' }, body };
      };
      const first = await seen();
      const waited = jest.spyOn(test.app.get(CurrentRelease, { strict: false }), 'edition');
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
      const statuses: number[] = [];
      for (let n = 0; n < 61; n += 1)
        statuses.push((await BY[method](query, { remoteAddress })).statusCode);
      expect([statuses.slice(0, 60), statuses[60]]).toEqual([Array<number>(60).fill(200), 429]);
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
    expect(info.mock.calls).toMatchObject([[{ ...told, path: '/graphql' }, 'request']]);
    info.mockRestore();
  });

  it('to a question that comes in pieces is the same', async () => {
    const query = unasked();
    const { body: whole } = await post(query);
    const body = JSON.stringify({ query });
    const web = test.app.getHttpAdapter().getInstance();
    const address = await web.listen({ port: 0, host: '127.0.0.1' });
    const answer = await new Promise<string>((resolve, reject) => {
      const sent = request(`${address}/graphql`, {
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
