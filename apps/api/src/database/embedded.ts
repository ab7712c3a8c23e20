import { Worker } from 'node:worker_threads';
import { CannotStart } from '../config/env.ts';

export interface EmbeddedDatabase {
  url: string;
  stop(): Promise<void>;
}

interface Options {
  /** Where the data stay; in memory when absent. Another process on the same folder is refused. */
  folder?: string;
  /** A dumped data folder to start from. */
  image?: string;
  onCrash: (exitCode: number) => void;
}

type Started = { port: number } | { error: string };

/**
 * PostgreSQL (PGlite, WebAssembly) in a worker thread, served on loopback with PostgreSQL's own wire protocol, so that embedded and real databases
 * differ by a URL only. It does not fsync: for evaluation, development and tests.
 */
export async function startEmbeddedDatabase({
  folder,
  image,
  onCrash,
}: Options): Promise<EmbeddedDatabase> {
  const worker = new Worker(new URL('../../worker/pglite-worker.mjs', import.meta.url), {
    workerData: { folder, image },
  });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', (started: Started) => {
      if ('port' in started) resolve(started.port);
      else reject(new CannotStart([started.error]));
    });
    worker.once('error', reject);
  });
  worker.unref();
  let stopping: Promise<void> | undefined;
  worker.once('exit', (code) => {
    if (!stopping) onCrash(code);
  });
  return {
    url: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: () =>
      (stopping ??= new Promise((resolve) => {
        worker.once('exit', () => resolve());
        worker.ref();
        worker.postMessage('stop');
      })),
  };
}
