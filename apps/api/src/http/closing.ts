import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How often connections that have become idle are looked for while the server closes. */
const CLOSED_EVERY_MS = 100;

/**
 * Closes each connection as soon as nothing is under way on it, once the server begins to close. Node itself closes only those that are idle at that
 * moment, and not those that have not sent anything yet: browsers and load balancers open some in advance.
 */
export function closeIdleConnections(web: FastifyInstance): void {
  const { server } = web;
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  let isClosing = false;
  web.addHook('preClose', (done) => {
    isClosing = true;
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    const closing = setInterval(() => {
      server.closeIdleConnections();
    }, CLOSED_EVERY_MS).unref();
    server.once('close', () => {
      clearInterval(closing);
    });
    done();
  });
  web.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) reply.header('connection', 'close');
    done(null, payload);
  });
}
