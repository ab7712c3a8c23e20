import { AsyncLocalStorage } from 'node:async_hooks';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker, type ResourceLimits } from 'node:worker_threads';

export interface Job {
  /** The first message to the thread; each answer of `take` is another. */
  data: unknown;
  /** How long it may take in all, the time that it waits included. */
  timeoutMs: number;
  /** For a job of many steps: the time starts again with each message of the thread. */
  forEachMessage?: boolean;
  /** Processor time that it may take; without a limit of its own where absent. */
  processorMs?: number;
}

const CHECK_EVERY_MS = 250;
/** So long a thread waits for another job. */
const IDLE_MS = 10_000;
/** A thread whose heap has grown beyond is not kept: the server has its memory back. */
const KEPT_HEAP = 64 * 2 ** 20;
/** An api that runs from its sources runs its threads from them too. */
const RUN_SOURCES = new URL('../../../../tools/run-sources.mjs', import.meta.url).href;

/** The thread ran out of memory or time. */
export class ThreadLimit extends Error {}

/** The answer to a message that ends the job; the thread's last one. */
export const END = Symbol('end');

/** Handles one message after another; what it returns, if anything, is sent to the thread. */
type Take<Message> = (message: Message) => Promise<object | undefined | typeof END>;

interface Thread {
  worker: Worker;
  /** The processor time of the jobs before. */
  before?: NodeJS.CpuUsage;
}

/** Threads of one script, one for each job that runs. A single one is kept for the next job for a while, and only if its own ended well. */
export class Threads {
  readonly #script: string;
  readonly #memory: ResourceLimits;
  #kept: Thread | null = null;

  /** @param script Its file without the ending: .ts where the server runs from its sources, .js from the build. */
  constructor(script: URL, memory: ResourceLimits) {
    this.#script = fileURLToPath(script) + path.extname(import.meta.filename);
    this.#memory = memory;
  }

  /** Runs until `take` answers END. Rejects where the thread or `take` fails. The thread has ended by then. */
  async run<Message>(job: Job, take: Take<Message>): Promise<void> {
    const thread = this.#kept ?? { worker: this.#start() };
    this.#kept = null;
    thread.worker.removeAllListeners().ref();
    try {
      // its messages would be taken as whoever started the thread (`database/standing.ts`)
      await converse(thread, job, AsyncLocalStorage.bind(take));
    } catch (error) {
      await thread.worker.terminate();
      throw error;
    }
    await this.#keep(thread.worker);
  }

  #start(): Worker {
    return new Worker(this.#script, {
      execArgv: this.#script.endsWith('.ts') ? ['--import', RUN_SOURCES] : [],
      resourceLimits: this.#memory,
    });
  }

  async #keep(worker: Worker): Promise<void> {
    const state = await Promise.all([worker.cpuUsage(), worker.getHeapStatistics()]).catch(
      () => null,
    );
    if (state === null || state[1].total_heap_size > KEPT_HEAP || this.#kept !== null) {
      await worker.terminate();
      return;
    }
    const kept = { worker, before: state[0] };
    const end = () => {
      if (this.#kept !== kept) return;
      this.#kept = null;
      void worker.terminate();
    };
    // it has nothing to say before it is asked
    for (const event of ['message', 'error', 'exit']) worker.on(event, end);
    setTimeout(end, IDLE_MS).unref();
    worker.unref();
    this.#kept = kept;
  }
}

async function converse<Message>(
  { worker, before }: Thread,
  { data, timeoutMs, forEachMessage = false, processorMs = Infinity }: Job,
  take: Take<Message>,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    worker.postMessage(data);
    const outOfTime = () => settle(() => reject(new ThreadLimit('out of time')));
    let timer = setTimeout(outOfTime, timeoutMs);
    const watch = setInterval(() => {
      // fails for a thread that has just ended: its exit is handled below
      worker.cpuUsage(before).then(
        ({ user, system }) => {
          if (user + system > processorMs * 1000) outOfTime();
        },
        () => undefined,
      );
    }, CHECK_EVERY_MS);
    const settle = (end: () => void) => {
      clearTimeout(timer);
      clearInterval(watch);
      // messages still on their way are ignored
      worker.removeAllListeners('message');
      end();
    };
    let taken: Promise<unknown> = Promise.resolve();
    worker.on('message', (message: Message) => {
      if (forEachMessage) {
        clearTimeout(timer);
        timer = setTimeout(outOfTime, timeoutMs);
      }
      taken = taken
        .then(() => take(message))
        .then((answer) => {
          if (answer === END) settle(resolve);
          else if (answer !== undefined) worker.postMessage(answer);
        })
        .catch((error: unknown) => settle(() => reject(asError(error))));
    });
    worker.once('error', (error: Error & { code?: string }) =>
      settle(() =>
        reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadLimit('out of memory') : error,
        ),
      ),
    );
    // its last message may be the one that END answers
    worker.once('exit', () => {
      void taken.then(() => settle(() => reject(new Error('the thread ended early'))));
    });
  });
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));
