import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../testing/harness.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
  await test.listen();
}, 120_000);
afterAll(() => test.stop());

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
