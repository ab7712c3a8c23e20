import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { unreadable } from './import-problem.ts';
import type { WorkerInput, WorkerMessage } from './read-file.worker.ts';

/** A file that needs more than this is no return of a ministry. */
const PATIENCE_MS = 120_000;
/**
 * For a file of any length: of a text the thread keeps the text, of a workbook its shared strings, of JSON its values, and
 * of all where each cell was told. The young space is small, as a batch lives no longer than until it is stored.
 */
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

// started as it is written: .ts from the sources, .js from the build
const script = `./read-file.worker${path.extname(import.meta.filename)}`;

let last: Promise<unknown> = Promise.resolve();

/** Takes one message after the other; what it returns answers a question. */
type Take = (message: WorkerMessage) => Promise<object | undefined>;

/** One file at a time: two would want twice the memory. */
export function readInWorker(input: WorkerInput, take: Take): Promise<void> {
  const turn = last.then(() => readNow(input, take));
  last = turn.catch(() => undefined);
  return turn;
}

async function readNow(input: WorkerInput, take: Take): Promise<void> {
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
      const timer = setTimeout(() => reject(unreadable('TOO_MUCH_WORK')), PATIENCE_MS);
      const settle = (end: () => void) => {
        clearTimeout(timer);
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
