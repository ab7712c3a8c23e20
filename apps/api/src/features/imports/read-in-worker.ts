import { END, runThread, ThreadLimit } from '../../threads/run-thread.ts';
import { unreadable } from './import-problem.ts';
import type { WorkerInput, WorkerMessage } from './read-file.worker.ts';

/** A file that needs more than this is no return of a ministry. */
const PATIENCE_MS = 120_000;
/**
 * For a file of any length: of a text the thread keeps the text, of a workbook its shared strings, of JSON its values, and
 * of all where each cell was told. The young space is small, as a batch lives no longer than until it is stored.
 */
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };
const SCRIPT = new URL('./read-file.worker', import.meta.url);

let last: Promise<unknown> = Promise.resolve();

/** Takes one message after the other; what it returns answers a question. */
type Take = (message: WorkerMessage) => Promise<object | undefined>;

/** One file at a time: two would want twice the memory. */
export function readInWorker(input: WorkerInput, take: Take): Promise<void> {
  const turn = last.then(() => readNow(input, take));
  last = turn.catch(() => undefined);
  return turn;
}

async function readNow(data: WorkerInput, take: Take): Promise<void> {
  const thread = { script: SCRIPT, data, memory: MEMORY, patienceMs: PATIENCE_MS };
  try {
    await runThread<WorkerMessage>(thread, async (message) => {
      const answer = await take(message);
      return message.type === 'done' || message.type === 'refused' ? END : answer;
    });
  } catch (error) {
    throw error instanceof ThreadLimit ? unreadable('TOO_MUCH_WORK') : error;
  }
}
