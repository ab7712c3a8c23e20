import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Closes each connection as soon as nothing is under way on it, once the server begins to close. Node itself closes only those that are idle at that
 * moment, and not those from which nothing was read yet: browsers and load balancers open some in advance.
 */
export function closeIdleConnections(web: FastifyInstance): void {
  const open = new Set<Socket>();
  web.server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  let isClosing = false;
  web.addHook('preClose', (done) => {
    isClosing = true;
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    done();
  });
  web.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) reply.header('connection', 'close');
    done(null, payload);
  });
  // an answer that began before the server closed says `keep-alive`
  web.addHook('onResponse', ({ raw }, _reply, done) => {
    if (isClosing) raw.socket.destroySoon();
    done();
  });
}
