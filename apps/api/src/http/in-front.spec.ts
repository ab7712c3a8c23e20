import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CurrentRelease } from '../features/releases/current-release.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { FairUse } from './fair-use.ts';
import { log } from './log.ts';
import { REQUESTS } from './measured.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo', settings: { readsPerMinute: 60 } });
  await test.listen();
}, 120_000);
afterAll(() => test.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

/** Sends pieces on one connection, each a moment after the one before, and returns all that comes back. The last request must close it. */
async function talk(...pieces: string[]): Promise<string> {
  const server = test.app.getHttpAdapter().getInstance().server;
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let answers = '';
  socket.setTimeout(10_000, () => socket.destroy());
  socket.on('data', (data) => (answers += data.toString()));
  const ended = once(socket, 'close');
  for (const piece of pieces) {
    socket.write(piece);
    await wait(20);
  }
  await ended;
  return answers;
}

/** Each question is different, so that no test gets an answer stored by another. */
let count = 0;
const unasked = (): string => `{ areas(lang: en) { code } } # of ${String((count += 1))}`;
const CLOSE = 'connection: close\r\n';
const get = (query: string, more = CLOSE, server = '', method = 'GET'): string =>
  `${method} ${server}/graphql?query=${encodeURIComponent(query)} HTTP/1.1\r\nhost: qadam\r\n${more}\r\n`;
const bodyOf = (query: string): string => JSON.stringify({ query });
const headOf = (body: string, more = CLOSE): string =>
  `POST /graphql HTTP/1.1\r\nhost: qadam\r\ncontent-type: application/json\r\ncontent-length: ${String(body.length)}\r\n${more}\r\n`;
const post = (query: string, more = CLOSE): string => headOf(bodyOf(query), more) + bodyOf(query);
/** What is compared of an answer: headers in any order, without the date, and the body. */
const seen = (answer: string): { head: string[]; body: string } => {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return {
    head: head
      .split('\r\n')
      .filter((line) => !line.startsWith('Date:'))
      .sort(),
    body,
  };
};

/** Expects that Fastify was not reached: its handler asks for the current edition before anything else. */
async function withoutFastify(ask: () => Promise<string>): Promise<string> {
  const current = test.app.get(CurrentRelease, { strict: false });
  const asked = jest.spyOn(current, 'edition');
  const answer = await ask();
  expect(asked).not.toHaveBeenCalled();
  return answer;
}

/** Has an answer stored, and the edition read so recently that the next request need not wait for it. */
async function stored(ask: (query: string) => string, query: string): Promise<string> {
  test.app.get(CurrentRelease, { strict: false }).forget();
  return talk(ask(query));
}

describe('a stored answer is given in front of Fastify, as Fastify gave it', () => {
  it.each([
    ['GET', (query: string) => [get(query)]],
    ['POST', (query: string) => [post(query)]],
    ['GET of many words', (query: string) => [get(query + '#'.repeat(3000))]],
    ['GET by HTTP/1.0', (query: string) => [get(query).replace('HTTP/1.1', 'HTTP/1.0')]],
    [
      'GET of an address that names the server',
      (query: string) => [get(query, CLOSE, 'http://qadam.example')],
    ],
    [
      'GET of an address that cannot be decoded',
      (query: string) => [get(query).replace(' HTTP', '&also=%zz HTTP')],
    ],
    [
      'POST whose body comes after its head',
      (query: string) => [headOf(bodyOf(query)), bodyOf(query)],
    ],
  ])('to %s', async (_how, ask) => {
    const query = unasked();
    test.app.get(CurrentRelease, { strict: false }).forget();
    const first = seen(await talk(...ask(query)));
    expect(first.body).toContain('{"data":{"areas":[');
    expect(first.head).toEqual(
      expect.arrayContaining([expect.stringMatching(/^HTTP\/1\.1 200 /), 'x-frame-options: DENY']),
    );
    expect(seen(await withoutFastify(() => talk(...ask(query))))).toEqual(first);
  });

  it('to who waits for 100 Continue', async () => {
    const query = unasked();
    const answer = await stored(post, query);
    const expecting = headOf(bodyOf(query), `${CLOSE}expect: 100-continue\r\n`);
    const answers = await withoutFastify(() => talk(expecting, bodyOf(query)));
    const [goOn = '', ...rest] = answers.split(/(?<=\r\n\r\n)/);
    expect(goOn).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    expect(seen(rest.join(''))).toEqual(seen(answer));
  });

  it('to each of several that are sent at once, in their order', async () => {
    const [one, other] = [unasked(), `{ other: areas(lang: en) { code } } # ${unasked()}`];
    const answers = [await stored(get, one), await stored(post, other)];
    const bodies = answers.map((answer) => answer.slice(answer.indexOf('\r\n\r\n')));
    const all = [get(one, ''), post(other, ''), get(unasked(), ''), post(other, ''), get(one)];
    const told = (await talk(all.join(''))).split(/^HTTP\/1\.1 200 OK/m).slice(1);
    expect(told.map((answer) => answer.slice(answer.indexOf('\r\n\r\n')))).toEqual(
      [0, 1, 0, 1, 0].map((n) => bodies[n]),
    );
  });
});

describe('what is not so plain is answered by Fastify', () => {
  it('HEAD, which is refused', async () => {
    const query = unasked();
    await stored(get, query);
    const answer = await talk(get(query, CLOSE, '', 'HEAD'));
    expect(answer).toMatch(/^HTTP\/1\.1 405 .*\r\n\r\n$/s);
    expect(seen(answer).head).toContain('x-frame-options: DENY');
  });

  it('GET with a body, which has to be waited for', async () => {
    const query = unasked();
    await stored(get, query);
    const asked = jest.spyOn(test.app.get(CurrentRelease, { strict: false }), 'edition');
    const answer = await talk(`${get(query, `${CLOSE}content-length: 3\r\n`)}abc`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(asked).toHaveBeenCalled();
  });

  it('a mark that is still right: 304', async () => {
    const query = unasked();
    const [, etag = ''] = /^etag: (.*)\r$/m.exec(await stored(get, query)) ?? [];
    const answer = await talk(get(query, `${CLOSE}if-none-match: ${etag}\r\n`));
    expect(answer).toMatch(/^HTTP\/1\.1 304 .*\r\n\r\n$/s);
  });

  it.each([
    ['in chunks, without a length', 'transfer-encoding: chunked', 200],
    ['of a type that is none', 'content-type: application/jsonx', 415],
  ])('a body %s', async (_how, header, status) => {
    const query = unasked();
    await stored(post, query);
    const body = bodyOf(query);
    const isChunked = header.startsWith('transfer');
    const asked = post(query).replace(
      isChunked ? /content-length: \d+/ : /content-type: [^\r]*/,
      header,
    );
    const sent = isChunked
      ? asked.replace(body, `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`)
      : asked;
    expect(await talk(sent)).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} `));
  });

  it('a body in two pieces, which is charged once', async () => {
    const query = unasked();
    const answer = seen(await stored(post, query));
    const taken = jest.spyOn(test.app.get(FairUse, { strict: false }), 'take');
    const asked = post(query);
    expect(seen(await talk(asked.slice(0, -20), asked.slice(-20)))).toEqual(answer);
    expect(taken).toHaveBeenCalledTimes(1);
  });
});

it('is watched where it does not leave at once', async () => {
  const { server } = test.app.getHttpAdapter().getInstance();
  const query = `{ scorecard(lang: en) { rows { action { code title { text } } } } } # ${unasked()}`;
  await stored(get, query);
  const connected = once(server, 'connection') as Promise<[Socket]>;
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined); // the connection may end with a reset
  const [connection] = await connected;
  socket.write(get(query, ''));
  await once(socket, 'data');
  await wait(50);
  const before = connection.listenerCount('close');
  socket.pause().write(get(query, '').repeat(5000));
  // one listener for the answer under way, one for the watch
  let most = before;
  for (let n = 0; n < 100 && most < before + 2; n += 1) {
    await wait(20);
    most = Math.max(most, connection.listenerCount('close'));
  }
  const ended = new Promise((resolve) => connection.once('close', resolve));
  socket.destroy();
  await ended;
  expect(most).toBe(before + 2);
});

describe('who asks', () => {
  it.each([
    ['behind a proxy that is trusted is who it says', '203.0.113.5', '127.0.0.1', '203.0.113.5'],
    ['by a proxy that is not is this proxy', '203.0.113.5', '198.51.100.40', '198.51.100.40'],
    ['is whom the last one names that is trusted', '192.0.2.1, 203.0.113.6', '::1', '203.0.113.6'],
  ])('%s', async (_who, forwarded, remoteAddress, network) => {
    const query = unasked();
    const url = `/graphql?query=${encodeURIComponent(query)}`;
    const ask = () => test.http({ url, remoteAddress, headers: { 'x-forwarded-for': forwarded } });
    const taken = jest.spyOn(test.app.get(FairUse, { strict: false }), 'take');
    for (let n = 0; n < 2; n += 1) expect((await ask()).statusCode).toBe(200);
    expect(taken.mock.calls.map(([address]) => address)).toEqual(Array(3).fill(network)); // the first is charged again when it is measured
  });
});

it.each(['GET', 'POST'] as const)(
  'a stored answer by %s has one line in the log and one measure',
  async (method) => {
    const ask = method === 'GET' ? get : post;
    const query = unasked();
    await stored(ask, query);
    const measured: unknown[] = [];
    const note = (message: unknown) => void measured.push(message);
    REQUESTS.subscribe(note);
    const info = jest.spyOn(log, 'info');
    await withoutFastify(() => talk(ask(query)));
    REQUESTS.unsubscribe(note);
    const seconds: unknown = expect.any(Number);
    expect(measured).toEqual([{ method, route: '/graphql', status: 200, seconds }]);
    const told = { requestId: expect.stringMatching(/^[\da-f-]{36}$/), ms: expect.any(Number) };
    const line = { ...told, method, path: '/graphql', status: 200 };
    expect(info.mock.calls).toEqual([[line, 'request']]);
  },
);

it('while the server closes nothing is given, as nobody else answers either', async () => {
  const other = await startTestApp({ seed: 'demo' });
  try {
    const { port } = new URL(await other.listen());
    const current = other.app.get(CurrentRelease, { strict: false });
    jest.spyOn(current, 'editionAtOnce').mockReturnValue(await current.edition());
    const query = unasked();
    const body = bodyOf(query);
    const headers = { 'content-type': 'application/json' };
    await other.http({ method: 'POST', url: '/graphql', payload: body, headers });
    await other.http(`/graphql?query=${encodeURIComponent(query)}`);
    const socket = connect(Number(port), '127.0.0.1');
    const ended = once(socket, 'close');
    let answers = '';
    socket.on('data', (data) => (answers += data.toString()));
    socket.write(headOf(body, '')); // so that the connection is not idle
    await wait(100);
    const closed = other.app.getHttpAdapter().getInstance().close();
    await wait(100);
    socket.write(body + get(query, ''));
    await ended;
    await closed;
    expect(answers.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 503']);
  } finally {
    await other.stop();
  }
}, 60_000);
