import type { FastifyInstance } from 'fastify';

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
