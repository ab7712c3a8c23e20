import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { closeIdleConnections } from './closing.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
  await test.listen();
}, 120_000);
afterAll(() => test.stop());

/** Much more than waits on its way between two sockets. */
const LARGE = 32 * 1024 * 1024;
const BODY = JSON.stringify({ query: '{ __typename }' });
const headWith = (cookie: string): string =>
  `POST /work/graphql HTTP/1.1\r\nhost: qadam\r\nx-qadam: 1\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: ${String(BODY.length)}\r\n\r\n`;

interface Talk {
  socket: Socket;
  said: () => string;
  ended: Promise<unknown>;
}

/** Connects, and waits until the server has taken the connection. */
async function talk(): Promise<Talk> {
  const { server } = test.app.getHttpAdapter().getInstance();
  const taken = once(server, 'connection');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let said = '';
  socket.on('error', () => undefined); // the connection may end with a reset
  socket.on('data', (data) => (said += data.toString()));
  const ended = once(socket, 'close');
  await taken;
  return { socket, said: () => said, ended };
}

it('closes connections without a request at once, and answers what is under way', async () => {
  const head = headWith(await test.cookie('officer@demo.example'));
  const silent = await talk();
  const idle = await talk();
  idle.socket.write(head + BODY);
  await once(idle.socket, 'data');
  const asking = await talk();
  asking.socket.write(head);
  await wait(100);
  const closed = test.app.getHttpAdapter().getInstance().close();
  // these end while the other is still asking
  await Promise.all([silent.ended, idle.ended]);
  expect(asking.said()).toBe('');
  asking.socket.write(BODY);
  await Promise.all([asking.ended, closed]);
  expect(silent.said()).toBe('');
  expect(asking.said()).toMatch(/^HTTP\/1\.1 200 OK\r\n.*\{"data":\{"__typename":"Query"\}\}/s);
  expect(asking.said()).toMatch(/\r\nconnection: close\r\n/i);
}, 20_000);

it.each([
  ['one piece', () => Buffer.alloc(LARGE, 'x')],
  ['many pieces', () => Readable.from(Array.from({ length: 32 }, () => Buffer.alloc(LARGE / 32)))],
])(
  'sends all of a large answer in %s to a client that takes it later',
  async (_, large) => {
    const web = fastify();
    closeIdleConnections(web);
    let answer = (): void => undefined;
    const made = new Promise<void>((resolve) => (answer = resolve));
    web.get('/large', async (_request, reply) => {
      reply.header('content-length', LARGE);
      await made;
      return reply.send(large());
    });
    await web.listen({ port: 0 });
    const socket = connect((web.server.address() as AddressInfo).port);
    socket.write('GET /large HTTP/1.1\r\nhost: qadam\r\n\r\n');
    await once(web.server, 'request');
    socket.pause();
    const closed = web.close();
    await wait(100); // Node itself cuts what has been made, but not taken, at this moment
    answer();
    await wait(300);
    let taken = 0;
    socket.on('data', (data) => (taken += data.length)).resume();
    await Promise.all([once(socket, 'end'), closed]);
    expect(taken).toBeGreaterThan(LARGE);
  },
  20_000,
);
