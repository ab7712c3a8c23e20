import { AsyncLocalStorage } from 'node:async_hooks';
import { on } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  MessageChannel,
  Worker,
  type ResourceLimits,
  type WorkerOptions,
} from 'node:worker_threads';

export interface Job {
  /** The first message to the thread, on a port that is only for this job; each value that `take` returns is another message. */
  data: unknown;
  /** The time for the whole job, including waiting. */
  timeoutMs: number;
  /** For a job of many steps: the time starts again with each message of the thread. */
  forEachMessage?: boolean;
  /** The processor time that the job may use; no limit if absent. */
  processorMs?: number;
}

const CHECK_EVERY_MS = 250;
/** How long a thread is kept to wait for another job. */
const IDLE_MS = 10_000;
/** A thread that holds more memory is not kept, so that the server gets the memory back. */
const KEPT_MEMORY = 64 * 2 ** 20;
/** If the api runs from its sources, its threads do too. */
const RUN_SOURCES = new URL('../../../../tools/run-sources.mjs', import.meta.url).href;

/** A thread outlives the request that starts it, so it is started outside: it holds nothing of the request, and nothing runs as its sender. */
const outside = AsyncLocalStorage.snapshot();

/** The thread ran out of memory or time. */
export class ThreadLimit extends Error {}

/** The return value of `take` that ends the job. The thread must have sent its last message. */
export const END = Symbol('end');

/** Handles one message after another; a returned object is sent to the thread. */
type Take<Message> = (message: Message) => Promise<object | undefined | typeof END>;

interface Thread {
  worker: Worker;
  /** Resolves with the reason when the thread has ended. */
  ended: Promise<Error>;
  /** The processor time of earlier jobs. */
  before?: NodeJS.CpuUsage | undefined;
  /** True if it did another job before and has sent nothing for this one: if it fails now, the earlier job may be the cause. */
  isSuspect: boolean;
}

/** Threads that run one script, each for one job at a time. One of them is kept for the next job for a while, and only if its own job ended well. */
export class Threads {
  readonly #script: string;
  readonly #options: WorkerOptions;
  #kept: Thread | null = null;
  #idle: NodeJS.Timeout | undefined;

  /** @param script The file without its extension: .ts if the server runs from its sources, .js in the build. */
  constructor(script: URL, memory: ResourceLimits) {
    this.#script = fileURLToPath(script) + path.extname(import.meta.filename);
    const execArgv = this.#script.endsWith('.ts') ? ['--import', RUN_SOURCES] : [];
    this.#options = { execArgv, resourceLimits: memory };
  }

  /** Runs a job until `take` returns END. Rejects if the thread or `take` fails; the thread has ended by then. */
  async run<Message>(job: Job, take: Take<Message>): Promise<void> {
    const kept = this.#kept;
    clearTimeout(this.#idle);
    this.#kept = null;
    await this.#runIn(kept ?? this.#start(), job, take);
  }

  async #runIn<Message>(thread: Thread, job: Job, take: Take<Message>): Promise<void> {
    const { worker } = thread;
    worker.ref();
    try {
      await converse(thread, job, take);
    } catch (error) {
      const endedItself = worker.threadId === -1;
      await worker.terminate();
      if (!(endedItself && thread.isSuspect)) throw error;
      return this.#runIn(this.#start(), job, take);
    }
    await this.#keep(thread);
  }

  #start(): Thread {
    const worker = outside(() => new Worker(this.#script, this.#options));
    let reason = new Error('the thread ended early');
    worker.on('error', (error: Error & { code?: string }) => {
      reason = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadLimit('out of memory') : error;
    });
    const ended = new Promise<Error>((resolve) => {
      worker.once('exit', () => {
        if (this.#kept?.worker === worker) this.#kept = null;
        resolve(reason);
      });
    });
    return { worker, ended, isSuspect: false };
  }

  async #keep({ worker, ended }: Thread): Promise<void> {
    const asked = Promise.all([worker.cpuUsage(), worker.getHeapStatistics()]);
    const state = await asked.catch(() => null);
    const held = state ? state[1].total_heap_size + state[1].external_memory : Infinity;
    // the thread may have ended while it was asked
    if (held > KEPT_MEMORY || worker.threadId === -1 || this.#kept) {
      await worker.terminate();
      return;
    }
    worker.unref();
    this.#kept = { worker, ended, before: state?.[0], isSuspect: true };
    this.#idle = outside(() => setTimeout(() => void worker.terminate(), IDLE_MS).unref());
  }
}

async function converse<Message>(
  thread: Thread,
  { data, timeoutMs, forEachMessage = false, processorMs = Infinity }: Job,
  take: Take<Message>,
): Promise<void> {
  const { worker, ended, before } = thread;
  // a port for each job, so that no late message of one job is taken for another's
  const { port1: port, port2: itsPort } = new MessageChannel();
  const limit = Promise.withResolvers<never>();
  const outOfTime = () => limit.reject(new ThreadLimit('out of time'));
  let timer = setTimeout(outOfTime, timeoutMs);
  const watch = setInterval(() => {
    // rejects if the thread has just ended
    worker.cpuUsage(before).then(
      ({ user, system }) => {
        if (user + system > processorMs * 1000) outOfTime();
      },
      () => undefined,
    );
  }, CHECK_EVERY_MS);
  let isOver = false;
  const listen = async () => {
    // the port closes when the thread ends, after its last message
    for await (const [message] of on(port, 'message', { close: ['close'] })) {
      if (isOver) return;
      thread.isSuspect = false;
      if (forEachMessage) {
        clearTimeout(timer);
        timer = setTimeout(outOfTime, timeoutMs);
      }
      const answer = await take(message as Message);
      if (answer === END) return;
      if (answer !== undefined) port.postMessage(answer);
    }
    throw await ended;
  };
  try {
    worker.postMessage(itsPort, [itsPort]);
    port.postMessage(data);
    await Promise.race([listen(), limit.promise]);
  } finally {
    isOver = true;
    clearTimeout(timer);
    clearInterval(watch);
    port.close();
  }
}
