import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { showFirstPiece } from './first-piece.ts';

let web: FastifyInstance;
let ended = 0;
beforeAll(async () => {
  web = fastify();
  web.addHook('onRequest', (request, reply, done) => {
    if (request.method !== 'POST') {
      done();
      return;
    }
    request.raw.once('end', () => (ended += 1));
    const answer = (piece: Buffer) => {
      if (piece.toString() !== '"known"') return false;
      reply.hijack().raw.end('at once');
      return true;
    };
    showFirstPiece(request.raw, reply.raw, answer, done);
  });
  web.addHook('onRequest', (request, reply, done) => {
    if (request.url === '/refused') void reply.status(403).send('refused');
    else done();
  });
  web.post('/read', ({ body }) => ({ body }));
  web.get('/', () => 'the next');
  await web.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => web.close());

/** Sends a POST with its body in these pieces, and after its answer a GET on the same connection; returns all that comes back. */
async function send(path: string, pieces: string[]): Promise<string> {
  const socket = connect((web.server.address() as AddressInfo).port, '127.0.0.1');
  let answers = '';
  socket.on('data', (data) => (answers += data.toString()));
  const length = pieces.join('').length;
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: qadam\r\ncontent-type: application/json\r\ncontent-length: ${String(length)}\r\n\r\n`,
  );
  for (const piece of pieces) {
    await wait(20);
    socket.write(piece);
  }
  while (!answers.includes('\r\n\r\n')) await once(socket, 'data');
  socket.write('GET / HTTP/1.1\r\nhost: qadam\r\nconnection: close\r\n\r\n');
  await once(socket, 'close');
  return answers;
}

const half = 'a'.repeat(49_000);
it.each([
  ['is answered at once', '/read', ['"known"'], 'at once'],
  ['is read', '/read', ['"asked"'], '{"body":"asked"}'],
  ['comes in pieces and is read', '/read', ['"as', 'ked"'], '{"body":"asked"}'],
  ['is refused unread', '/refused', ['"asked"'], 'refused'],
  ['is refused while most of it comes', '/refused', [`"${half}`, `${half}"`], 'refused'],
])('a body that %s is over, and the next request is answered', async (_, path, pieces, answer) => {
  const before = ended;
  const answers = await send(path, pieces);
  expect(answers).toContain(answer);
  expect(answers).toContain('the next');
  expect(ended).toBe(before + 1);
});
