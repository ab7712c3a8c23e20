import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker, type ResourceLimits } from 'node:worker_threads';

export interface ThreadInput {
  /** Its file without the ending: .ts where the server runs from its sources, .js from the build. */
  script: URL;
  data?: unknown;
  memory: ResourceLimits;
  /** How long it may take in all, the time that it waits included. */
  timeoutMs: number;
  /** For a thread that does one job after another: the time starts again with each of its messages. */
  forEachMessage?: boolean;
  /** Processor time that it may take; without a limit of its own where absent. */
  processorMs?: number;
}

const CHECK_EVERY_MS = 250;
/** An api that runs from its sources runs its threads from them too. */
const RUN_SOURCES = new URL('../../../../tools/run-sources.mjs', import.meta.url).href;

/** The thread ran out of memory or time. */
export class ThreadLimit extends Error {}

/** The answer to a message that ends the thread. */
export const END = Symbol('end');

/** Handles one message after another; what it returns, if anything, is sent to the thread. */
type Take<Message> = (message: Message) => Promise<object | undefined | typeof END>;

/** Runs a thread until `take` answers END. Rejects where the thread or `take` fails. The thread has ended by then. */
export async function runThread<Message>(
  { script, data, memory, timeoutMs, forEachMessage = false, processorMs = Infinity }: ThreadInput,
  take: Take<Message>,
): Promise<void> {
  const ending = path.extname(import.meta.filename);
  const worker = new Worker(`${fileURLToPath(script)}${ending}`, {
    workerData: data,
    execArgv: ending === '.ts' ? ['--import', RUN_SOURCES] : [],
    resourceLimits: memory,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      const outOfTime = () => settle(() => reject(new ThreadLimit('out of time')));
      let timer = setTimeout(outOfTime, timeoutMs);
      const watch = setInterval(() => {
        // fails for a thread that has just ended: its exit is handled below
        worker.cpuUsage().then(
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
  } finally {
    await worker.terminate();
  }
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));
