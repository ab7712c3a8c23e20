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
  /** The first message on the port that the thread is given for the job; each answer of `take` is another. */
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
/** A thread that holds more is not kept: the server has its memory back. */
const KEPT_MEMORY = 64 * 2 ** 20;
/** An api that runs from its sources runs its threads from them too. */
const RUN_SOURCES = new URL('../../../../tools/run-sources.mjs', import.meta.url).href;

/** A thread outlives the request that starts it: it holds nothing of it, and nothing runs as its sender. */
const outside = AsyncLocalStorage.snapshot();

/** The thread ran out of memory or time. */
export class ThreadLimit extends Error {}

/** The answer to a message that ends the job; the thread's last one. */
export const END = Symbol('end');

/** Handles one message after another; what it returns, if anything, is sent to the thread. */
type Take<Message> = (message: Message) => Promise<object | undefined | typeof END>;

interface Thread {
  worker: Worker;
  /** Why it ended. */
  ended: Promise<Error>;
  /** The processor time of the jobs before. */
  before?: NodeJS.CpuUsage | undefined;
  /** It did another job before, and has said nothing of this one: where it fails, that job may have left the cause. */
  isSuspect: boolean;
}

/** Threads of one script, one for each job that runs. A single one is kept for the next job for a while, and only if its own ended well. */
export class Threads {
  readonly #script: string;
  readonly #options: WorkerOptions;
  #kept: Thread | null = null;
  #idle: NodeJS.Timeout | undefined;

  /** @param script Its file without the ending: .ts where the server runs from its sources, .js from the build. */
  constructor(script: URL, memory: ResourceLimits) {
    this.#script = fileURLToPath(script) + path.extname(import.meta.filename);
    const execArgv = this.#script.endsWith('.ts') ? ['--import', RUN_SOURCES] : [];
    this.#options = { execArgv, resourceLimits: memory };
  }

  /** Runs until `take` answers END. Rejects where the thread or `take` fails. The thread has ended by then. */
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
    // it may have ended while it was asked
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
  // one for each job: nothing late of one is taken for another's
  const { port1: port, port2: itsPort } = new MessageChannel();
  const limit = Promise.withResolvers<never>();
  const outOfTime = () => limit.reject(new ThreadLimit('out of time'));
  let timer = setTimeout(outOfTime, timeoutMs);
  const watch = setInterval(() => {
    // fails for a thread that has just ended
    worker.cpuUsage(before).then(
      ({ user, system }) => {
        if (user + system > processorMs * 1000) outOfTime();
      },
      () => undefined,
    );
  }, CHECK_EVERY_MS);
  let isOver = false;
  const listen = async () => {
    // the port closes with the thread, after its last message
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
