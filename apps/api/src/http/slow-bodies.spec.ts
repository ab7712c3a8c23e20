import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { MAX_BODY_BYTES } from '../graphql/limits.ts';
import { registerSlowBodies } from './slow-clients.ts';
import { MAX_UPLOAD_BYTES } from './uploads.ts';

const DEADLINE = 100;
let web: FastifyInstance;
let watch: ReturnType<typeof registerSlowBodies>;
beforeAll(async () => {
  web = fastify();
  watch = registerSlowBodies(web, DEADLINE);
  web.addContentTypeParser('multipart/form-data', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  web.post('/*', { bodyLimit: MAX_BODY_BYTES }, ({ body }) => ({ body }));
  web.post('/imports', { bodyLimit: MAX_BODY_BYTES }, ({ body }) => ({ body }));
  web.post('/sdmx/data', { bodyLimit: MAX_UPLOAD_BYTES }, ({ body }) => ({ body }));
  await web.listen({ port: 0 });
});
afterAll(() => web.close());

/** Sends a body of five bytes in two parts, and tells what came back until the connection ended. */
async function send(path: string, pause: number, type = 'application/json'): Promise<string> {
  const socket = connect((web.server.address() as AddressInfo).port);
  let answer = '';
  socket.on('data', (data) => (answer += data.toString()));
  socket.on('error', () => undefined); // the connection may end with a reset
  const ended = once(socket, 'close');
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: qadam\r\nconnection: close\r\ncontent-type: ${type}\r\ncontent-length: 5\r\n\r\n"a`,
  );
  await wait(pause);
  if (!socket.destroyed) socket.write('bc"');
  await ended;
  return answer;
}

describe('a body that comes slowly', () => {
  it('is not waited for', async () => {
    expect(await send('/graphql', 4 * DEADLINE)).not.toContain('200 OK');
  });

  it('keeps its time where it is watched again', async () => {
    web.server.prependOnceListener('request', (request) => {
      const again = setInterval(() => watch(request), DEADLINE / 5);
      request.once('close', () => clearInterval(again));
    });
    expect(await send('/graphql', 4 * DEADLINE)).not.toContain('200 OK');
  });

  it('has longer where it is a form with a file, or where large bodies are taken', async () => {
    const [form, message] = await Promise.all([
      send('/imports?country=KGZ', 4 * DEADLINE, 'Multipart/form-data; boundary=b'),
      send('/sdmx/data?country=KGZ', 4 * DEADLINE),
    ]);
    expect(form).toContain('200 OK');
    expect(message).toContain('{"body":"abc"}');
  });

  it('is not waited for where no file is read, whatever it calls itself', async () => {
    const form = await send('/graphql', 4 * DEADLINE, 'multipart/form-data; boundary=b');
    expect(form).not.toContain('200 OK');
  });

  it('is read where it comes in time', async () => {
    expect(await send('/graphql', 1)).toContain('{"body":"abc"}');
  });
});
