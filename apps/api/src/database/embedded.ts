import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { CannotStart } from '../config/env.ts';

export interface EmbeddedDatabase {
  url: string;
  /** Writes its data folder to a file, from which another can start. */
  dump(file: string): Promise<void>;
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

// the types of Node leave it out
declare const WebAssembly: { compile: (bytes: Uint8Array) => Promise<object> };
let compiled: Promise<object> | undefined;

async function compile(): Promise<object> {
  const file = new URL('pglite.wasm', import.meta.resolve('@electric-sql/pglite'));
  return WebAssembly.compile(await readFile(file));
}

/**
 * PostgreSQL (PGlite, WebAssembly) in a worker thread, served on loopback with PostgreSQL's own wire protocol, so that embedded and real databases
 * differ by a URL only. It does not fsync: for evaluation, development and tests.
 */
export async function startEmbeddedDatabase({
  folder,
  image,
  onCrash,
}: Options): Promise<EmbeddedDatabase> {
  // once for all that a process starts one after another, as tests do
  compiled ??= compile();
  const wasm = await compiled;
  const worker = new Worker(new URL('../../worker/pglite-worker.mjs', import.meta.url), {
    workerData: { folder, image, wasm },
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
    dump: (file) =>
      new Promise((resolve, reject) => {
        worker.once('message', ({ error }: { error?: string }) => {
          if (error === undefined) resolve();
          else reject(new Error(error));
        });
        worker.postMessage({ dump: file });
      }),
    stop: () =>
      (stopping ??= new Promise((resolve) => {
        worker.once('exit', () => resolve());
        worker.ref();
        worker.postMessage('stop');
      })),
  };
}
