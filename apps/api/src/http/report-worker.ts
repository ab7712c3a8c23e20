import type { FastifyInstance } from 'fastify';

/**
 * The worker that answers a reload of the desk of reporters without a connection (decision 0077). Asked for anew each time, so that no
 * cache keeps an old one; it may ask this site, and nobody else.
 */
export function registerReportWorker(server: FastifyInstance, root: string): void {
  server.get('/report-worker.js', (_request, reply) =>
    reply
      .headers({
        'cache-control': 'no-cache',
        'content-security-policy': "default-src 'none'; connect-src 'self'",
      })
      .sendFile('report-worker.js', root, { cacheControl: false }),
  );
}
