import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { MAX_BODY_BYTES } from '../graphql/limits.ts';
import { bringsFile } from './uploads.ts';

/** Headers are only a few kilobytes. They are checked every five seconds, as are slow bodies. */
export const HEADERS_DEADLINE_MS = 15_000;
export const CHECKED_EVERY_MS = 5_000;
/** How long an idle connection is kept: longer than proxies keep theirs, so that they never write into one that is being closed. */
export const KEEP_ALIVE_MS = 72_000;

/** The time for an upload: 10 MB at 300 kbit/s. Any other body, of at most 100 kB, must arrive sooner. */
export const UPLOAD_DEADLINE_MS = 300_000;
export const BODY_DEADLINE_MS = 30_000;

/** A form with a file, or a body at a route that takes more than others (uploads.ts). */
const isUpload = (request: FastifyRequest): boolean =>
  bringsFile(request) || request.routeOptions.bodyLimit > MAX_BODY_BYTES;

interface Watched<T> {
  /** In the order in which they began: if several requests were sent at once, later answers wait for earlier ones. */
  begun: { one: T; at: number }[];
  forget: () => void;
}

type Hooks = Pick<FastifyInstance, 'addHook'>;

/** Does the request have a body, however small? */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  'transfer-encoding' in headers || Number(headers['content-length']) > 0;

/** Cuts a connection whose body arrives too slowly, byte by byte. Returns a function that watches a body before the hooks do. */
export function registerSlowBodies(
  web: Hooks,
  deadline: number,
): (request: IncomingMessage) => void {
  const bodies = new Deadline<IncomingMessage>(web, deadline, (body) => body.readableEnded);
  const watch = (request: IncomingMessage) => bodies.watch(request, request.socket);
  web.addHook('onRequest', (request, _reply, done) => {
    if (hasBody(request.raw) && !isUpload(request)) watch(request.raw);
    done();
  });
  return watch;
}

/** Twice the time that a file of 10 MB takes at 300 kbit/s. */
export const ANSWER_DEADLINE_MS = 600_000;

/** Cuts the connection of a client that reads its answer too slowly. Returns a function that watches an answer sent without hooks. */
export function registerSlowReaders(
  web: Hooks,
  deadline: number,
): (answer: ServerResponse) => void {
  const answers = new Deadline<ServerResponse>(web, deadline, (answer) => answer.writableFinished);
  const watch = (answer: ServerResponse) => answers.watch(answer, answer.req.socket);
  web.addHook('onSend', (_request, { raw }, payload, done) => {
    watch(raw);
    done(null, payload);
  });
  return watch;
}

/**
 * Cuts the connection of a body or answer that is not finished in time. All are checked together, and each connection has one entry: a timer for
 * each, or listeners and an entry for each answer, would cost a stored answer more than finding it.
 */
class Deadline<T extends IncomingMessage | ServerResponse> {
  private readonly watched = new Map<Socket, Watched<T>>();

  constructor(
    web: Hooks,
    private readonly after: number,
    private readonly isOver: (one: T) => boolean,
  ) {
    const checking = setInterval(() => this.check(), Math.min(CHECKED_EVERY_MS, after)).unref();
    web.addHook('onClose', (_web, done) => {
      clearInterval(checking);
      done();
    });
  }

  /** One that is already watched keeps its time: a body that was watched before the hooks, or a reply sent again because its payload failed. */
  watch(one: T, socket: Socket): void {
    const { begun } = this.watched.get(socket) ?? this.place(socket);
    while (begun[0] && this.isGone(begun[0].one)) begun.shift();
    if (begun.at(-1)?.one !== one) begun.push({ one, at: performance.now() });
  }

  private place(socket: Socket): Watched<T> {
    const forget = () => this.watched.delete(socket);
    const place: Watched<T> = { begun: [], forget };
    this.watched.set(socket, place);
    socket.once('close', forget);
    return place;
  }

  private isGone(one: T): boolean {
    return one.destroyed || this.isOver(one);
  }

  private check(): void {
    const before = performance.now() - this.after;
    for (const [socket, { begun, forget }] of this.watched) {
      while (begun[0] && this.isGone(begun[0].one)) begun.shift();
      const [first] = begun;
      if (first === undefined) {
        socket.off('close', forget);
        forget();
      } else if (first.at <= before) first.one.destroy();
    }
  }
}
