import type { IncomingMessage, ServerResponse } from 'node:http';
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

type Hooks = Pick<FastifyInstance, 'addHook'>;

/** A body sent byte by byte does not hold a connection for ever. */
export function registerSlowBodies(web: Hooks, deadline: number): void {
  const bodies = new Deadline<IncomingMessage>(web, deadline);
  web.addHook('onRequest', ({ raw, url }, _reply, done) => {
    const hasBody = 'transfer-encoding' in raw.headers || Number(raw.headers['content-length']) > 0;
    if (hasBody && !UPLOAD.test(url)) bodies.watch(raw, 'end');
    done();
  });
}

/** Twice what a file of 10 MB takes by a line of 300 kbit/s. */
export const ANSWER_DEADLINE_MS = 600_000;

/** Cuts the connection of a client that takes its answer too slowly. Returns what watches an answer that is sent without hooks. */
export function registerSlowReaders(
  web: Hooks,
  deadline: number,
): (answer: ServerResponse) => void {
  const answers = new Deadline<ServerResponse>(web, deadline);
  const watch = (answer: ServerResponse) => answers.watch(answer, 'finish');
  web.addHook('onSend', (_request, { raw }, payload, done) => {
    watch(raw);
    done(null, payload);
  });
  return watch;
}

/** Cuts what is not over so long after it began. All are looked at together: a timer for each would cost a stored answer more than finding it. */
class Deadline<T extends IncomingMessage | ServerResponse> {
  /** When each began, the oldest first. */
  private readonly begun = new Map<T, number>();

  constructor(
    web: Hooks,
    private readonly after: number,
  ) {
    const checking = setInterval(() => this.check(), Math.min(CHECKED_EVERY_MS, after)).unref();
    web.addHook('onClose', (_web, done) => {
      clearInterval(checking);
      done();
    });
  }

  /** What is watched already begins anew, at the end: a reply whose payload failed is sent once more. */
  watch(one: T, over: string): void {
    const isNew = !this.begun.delete(one);
    this.begun.set(one, performance.now());
    if (!isNew) return;
    const forget = () => this.begun.delete(one);
    one.once(over, forget).once('close', forget);
  }

  private check(): void {
    const before = performance.now() - this.after;
    for (const [one, began] of this.begun) {
      if (began > before) return;
      this.begun.delete(one);
      one.destroy();
    }
  }
}
