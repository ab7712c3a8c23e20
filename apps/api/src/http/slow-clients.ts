import type { FastifyInstance } from 'fastify';

/** Headers are a few kilobytes. Checked every five seconds, as are bodies that come too slowly. */
export const HEADERS_DEADLINE_MS = 15_000;
export const CHECKED_EVERY_MS = 5_000;
/** For an idle connection: longer than proxies keep theirs, so that they never write into one that is being closed. */
export const KEEP_ALIVE_MS = 72_000;

/** An upload of 10 MB by a line of 300 kbit/s. Of all other bodies, at most 100 kB, each has to be here sooner. */
export const UPLOAD_DEADLINE_MS = 300_000;
export const BODY_DEADLINE_MS = 30_000;

/** The addresses that take files (uploads.ts), and the framework as one. */
const UPLOAD = /^\/(imports|evidence|framework)(\?|$)/;

/** A body sent byte by byte does not hold a connection for ever. */
export function registerSlowBodies(web: Pick<FastifyInstance, 'addHook'>, deadline: number): void {
  web.addHook('onRequest', ({ raw, url }, _reply, done) => {
    const hasBody = 'transfer-encoding' in raw.headers || Number(raw.headers['content-length']) > 0;
    if (hasBody && !UPLOAD.test(url)) {
      const timer = setTimeout(() => raw.destroy(), deadline).unref();
      const stop = () => clearTimeout(timer);
      raw.once('end', stop).once('close', stop);
    }
    done();
  });
}

/** Twice what a file of 10 MB takes by a line of 300 kbit/s. */
export const ANSWER_DEADLINE_MS = 600_000;

/** Cuts the connection of a client that takes its answer too slowly. */
export function registerSlowReaders(web: Pick<FastifyInstance, 'addHook'>, deadline: number): void {
  web.addHook('onSend', (_request, { raw }, payload, done) => {
    const timer = setTimeout(() => raw.destroy(), deadline).unref();
    const stop = () => clearTimeout(timer);
    raw.once('finish', stop).once('close', stop);
    done(null, payload);
  });
}
