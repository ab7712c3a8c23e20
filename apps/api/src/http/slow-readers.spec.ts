import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { registerSlowReaders } from './slow-clients.ts';

const DEADLINE = 100;
const PIECE = Buffer.alloc(1024 * 1024);
let web: FastifyInstance;
let made = 0;
const listeners: number[] = [];
beforeAll(async () => {
  web = fastify();
  registerSlowReaders(web, DEADLINE);
  web.get('/endless', (_request, reply) =>
    reply.send(
      new Readable({
        read() {
          made += 1;
          this.push(PIECE);
        },
      }),
    ),
  );
  web.get('/short', () => 'whole');
  web.get(
    '/failing',
    {
      onSend: (_request, reply, payload) => {
        listeners.push(reply.raw.req.socket.listenerCount('close'));
        return listeners.length === 1
          ? Promise.reject(new Error('for once'))
          : Promise.resolve(payload);
      },
    },
    () => 'whole',
  );
  await web.listen({ port: 0 });
});
afterAll(() => web.close());

describe('an answer that is not taken', () => {
  it('is not made on and on, and its connection is closed', async () => {
    const socket = connect((web.server.address() as AddressInfo).port);
    socket.on('error', () => undefined); // the connection may end with a reset
    const asked = once(web.server, 'request') as Promise<[IncomingMessage, ServerResponse]>;
    socket.pause().write('GET /endless HTTP/1.1\r\nhost: qadam\r\n\r\n');
    const [, response] = await asked;
    await once(response, 'close');
    expect(response.writableFinished).toBe(false);
    expect(made).toBeLessThan(100);
    socket.destroy();
  });

  it('closes the connection also where another one waits behind it', async () => {
    const connected = once(web.server, 'connection') as Promise<[Socket]>;
    const socket = connect((web.server.address() as AddressInfo).port);
    socket.on('error', () => undefined);
    socket.pause().write('GET /endless HTTP/1.1\r\nhost: qadam\r\n\r\n'.repeat(2));
    const [connection] = await connected;
    await once(connection, 'close');
    expect(connection.bytesWritten).toBeGreaterThan(0);
    socket.destroy();
  });

  it('is not taken either where its reader asks again and again', async () => {
    const { port } = web.server.address() as AddressInfo;
    const asked = once(web.server, 'request') as Promise<[IncomingMessage, ServerResponse]>;
    const socket = connect({ port, onread: { buffer: Buffer.alloc(1024), callback: () => false } });
    socket.on('error', () => undefined);
    socket.write('GET /endless HTTP/1.1\r\nhost: qadam\r\n\r\n');
    const [, response] = await asked;
    const again = setInterval(() => {
      socket.resume();
      socket.write('GET /short HTTP/1.1\r\nhost: qadam\r\n\r\n');
    }, DEADLINE / 5);
    await once(response, 'close');
    clearInterval(again);
    expect(response.writableFinished).toBe(false);
    socket.destroy();
  });

  it('is no matter where it is whole', async () => {
    expect((await web.inject('/short')).body).toBe('whole');
  });

  it('is watched once, also where it failed and an error is sent instead', async () => {
    expect((await web.inject('/failing')).statusCode).toBe(500);
    expect(listeners).toHaveLength(2);
    expect(listeners[1]).toBe(listeners[0]);
  });
});
