import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker, type ResourceLimits } from 'node:worker_threads';

export interface ThreadInput {
  /** Its file without the ending: .ts where the server runs from its sources, .js from the build. */
  script: URL;
  data?: unknown;
  memory: ResourceLimits;
  /** For all of its work, with all that it waits for. */
  patienceMs: number;
  /** The patience starts anew with each of its messages, for a thread that does one job after the other. */
  forEachMessage?: boolean;
  /** Time of the processor that it may take; absent: as much as it has patience. */
  processorMs?: number;
}

const LOOKED_AT_MS = 250;

/** The thread wanted more memory or time than it has. */
export class ThreadLimit extends Error {}

/** In answer to a message: there is nothing more to do. */
export const END = Symbol('end');

/** Takes one message after the other; what it returns, if anything, answers the thread. */
type Take<Message> = (message: Message) => Promise<object | undefined | typeof END>;

/** Runs a thread until `take` answers END. Rejects where the thread fails, or `take` does; it is gone by then. */
export async function runThread<Message>(
  { script, data, memory, patienceMs, forEachMessage = false, processorMs = Infinity }: ThreadInput,
  take: Take<Message>,
): Promise<void> {
  const ending = path.extname(import.meta.filename);
  const worker = new Worker(`${fileURLToPath(script)}${ending}`, {
    workerData: data,
    // as the build does without: the workspace's packages by their sources where the api runs from its own
    execArgv:
      ending === '.ts'
        ? ['--conditions=@qadam/source', '--disable-warning=ExperimentalWarning']
        : [],
    resourceLimits: memory,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      const outOfTime = () => settle(() => reject(new ThreadLimit('out of time')));
      let timer = setTimeout(outOfTime, patienceMs);
      const watch = setInterval(() => {
        // a thread that has just ended says nothing of its time, and is told below
        worker.cpuUsage().then(
          ({ user, system }) => {
            if (user + system > processorMs * 1000) outOfTime();
          },
          () => undefined,
        );
      }, LOOKED_AT_MS);
      const settle = (end: () => void) => {
        clearTimeout(timer);
        clearInterval(watch);
        // what was still on its way is not heard any more
        worker.removeAllListeners('message');
        end();
      };
      let taken: Promise<unknown> = Promise.resolve();
      worker.on('message', (message: Message) => {
        if (forEachMessage) {
          clearTimeout(timer);
          timer = setTimeout(outOfTime, patienceMs);
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
      // its last message may be the end that was waited for
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
