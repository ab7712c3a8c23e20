import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { unreadable } from './import-problem.ts';
import type { WorkerInput, WorkerMessage } from './read-file.worker.ts';

/**
 * Time of the processor that one file may take. 100,000 rows of a workbook take a quarter of it; a file that needs more is no
 * return of a ministry. Whatever a parser falls into, the thread is ended and the next file has its turn.
 */
const PROCESSOR_MS = 30_000;
const LOOKED_AT_MS = 250;
/** With all that it waits for: the database may be slow, and nobody waits without end. */
const PATIENCE_MS = 600_000;
/**
 * For a file of any length: of a text the thread keeps the text, of a workbook its shared strings, of JSON its values, and
 * of all where each cell was told. The young space is small, as a batch lives no longer than until it is stored.
 */
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

// started as it is written: .ts from the sources, .js from the build
const script = `./read-file.worker${path.extname(import.meta.filename)}`;

/** Takes one message after the other; what it returns answers a question. */
type Take = (message: WorkerMessage) => Promise<object | undefined>;

/** Ends the thread of a file that takes more of the processor or memory than any may. */
export async function readInWorker(
  input: WorkerInput,
  take: Take,
  processorMs = PROCESSOR_MS,
): Promise<void> {
  const worker = new Worker(new URL(script, import.meta.url), {
    workerData: input,
    // as the build does without: the workspace's packages by their sources where the api runs from its own
    execArgv: script.endsWith('.ts')
      ? ['--conditions=@qadam/source', '--disable-warning=ExperimentalWarning']
      : [],
    resourceLimits: MEMORY,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      const tooMuch = () => settle(() => reject(unreadable('TOO_MUCH_WORK')));
      const timer = setTimeout(tooMuch, PATIENCE_MS);
      const watch = setInterval(() => {
        // a thread that has just ended says nothing of its time, and is told below
        worker.cpuUsage().then(
          ({ user, system }) => {
            if (user + system > processorMs * 1000) tooMuch();
          },
          () => undefined,
        );
      }, LOOKED_AT_MS);
      const settle = (end: () => void) => {
        clearTimeout(timer);
        clearInterval(watch);
        end();
      };
      let taken: Promise<unknown> = Promise.resolve();
      worker.on('message', (message: WorkerMessage) => {
        taken = taken
          .then(() => take(message))
          .then((answer) => {
            if (message.type === 'done' || message.type === 'refused') settle(resolve);
            else if (answer !== undefined) worker.postMessage(answer);
          })
          .catch((error: unknown) => settle(() => reject(asError(error))));
      });
      worker.once('error', (error: Error & { code?: string }) =>
        settle(() =>
          reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? unreadable('TOO_MUCH_WORK') : error),
        ),
      );
      worker.once('exit', () => settle(() => reject(new Error('the reading thread ended early'))));
    });
  } finally {
    await worker.terminate();
  }
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));
