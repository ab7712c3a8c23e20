import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { CannotStart } from '../config/env.ts';

/** Marks the address of an embedded database: all its connections are one session, so that whatever one prepares exists for all. */
const ONE_SESSION = 'one_session';

export const isEmbedded = (url: string): boolean => new URL(url).searchParams.has(ONE_SESSION);

export interface EmbeddedDatabase {
  url: string;
  /** Writes the data folder to a file, from which another database can start. */
  dump(file: string): Promise<void>;
  stop(): Promise<void>;
}

interface InFolder {
  /** The folder of the data; in memory if absent. A second process on the same folder is refused. */
  folder?: string;
  /** What a new folder starts from, if this file is there: a dump, compressed by zstd. Otherwise it starts empty. */
  cluster?: string;
  image?: never;
}

interface FromImage {
  /** A dumped data folder to start from, in memory; used by tests only. */
  image: string;
  folder?: never;
  cluster?: never;
}

type Options = (InFolder | FromImage) & { onCrash: (exitCode: number) => void };

interface Answer {
  port?: number;
  error?: string;
}

/** Ignores the error of a thread that fails, because its exit follows. */
const noted = (): void => undefined;
/** Threads whose databases were stopped. The next databases start in them, in a twentieth of the time if they know the image. */
const idle: Worker[] = [];
/** Two, because some tests use two databases at once. */
const MOST_IDLE = 2;

/**
 * PostgreSQL (PGlite, WebAssembly) in a worker thread. It is served on loopback with PostgreSQL's own wire protocol, so that embedded and real
 * databases differ only by URL. It does not fsync: for evaluation, development and tests. The thread is at work before this returns, so it starts
 * even while the caller's thread is busy.
 */
export async function startEmbeddedDatabase({
  folder,
  cluster,
  image,
  onCrash,
}: Options): Promise<EmbeddedDatabase> {
  const worker =
    idle.pop() ?? new Worker(new URL('../../worker/pglite-worker.mjs', import.meta.url));
  const ask = async (...wish: [name: string, argument?: unknown]): Promise<Answer> => {
    worker.postMessage(wish);
    const [answer] = (await once(worker, 'message')) as [Answer];
    return answer;
  };
  const stop = async () => {
    worker.off('exit', onCrash);
    worker.off('error', noted);
    worker.ref();
    const { error } = await ask('stop');
    worker.unref();
    if (error === undefined && idle.length < MOST_IDLE) idle.push(worker);
    else await worker.terminate();
  };
  const { port, error } = await ask('start', { folder, cluster, image });
  if (error !== undefined) {
    await worker.terminate();
    throw new CannotStart([error]);
  }
  worker.unref();
  worker.on('error', noted);
  worker.once('exit', onCrash);
  let stopping: Promise<void> | undefined;
  return {
    url: `postgresql://postgres:postgres@127.0.0.1:${String(port)}/postgres?${ONE_SESSION}`,
    dump: async (file) => {
      const { error } = await ask('dump', file);
      if (error !== undefined) throw new Error(error);
    },
    stop: () => (stopping ??= stop()),
  };
}
