import type { FastifyInstance } from 'fastify';

/**
 * Serves the worker that answers a reload of the reporters' desk without a connection (decision 0077). It is revalidated each time, so that no cache
 * keeps an old one; it may send requests to this site only.
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
