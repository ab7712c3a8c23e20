import { END, ThreadLimit, Threads } from '../../threads/threads.ts';
import { unreadable, UnreadableFile } from './import-problem.ts';
import type { WorkerInput, WorkerMessage } from './read-file.worker.ts';

/**
 * Time of the processor that one file may take. 100,000 rows of a workbook take a quarter of it; a file that needs more is no
 * return of a ministry. The thread is ended then, whatever its parser is doing, and the next file has its turn.
 */
const PROCESSOR_MS = 30_000;
/** With the waiting for the database, which may be slow. */
const TIMEOUT_MS = 600_000;
/**
 * For a file of any length: of a text the thread keeps the text, of a workbook its shared strings, of JSON its values, and
 * of all where each cell was told. The young space is that of several batches, as one lives no longer than until it is stored: in a
 * smaller one half of what V8 did was to move them into the old one and to look for them there.
 * A server that is started with --max-semi-space-size=8 (docs/operations.md) gives its threads 24 of the 48.
 */
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 48 };
const THREADS = new Threads(new URL('./read-file.worker', import.meta.url), MEMORY);

/** Takes one message after the other; what it returns answers a question. */
type Take = (message: WorkerMessage) => Promise<object | undefined>;

/**
 * Ends the thread of a file that is refused, or that takes more of the processor, time or memory than any may: nothing but a file that was
 * read to its end leaves it to the next.
 */
export async function readInWorker(
  data: WorkerInput,
  take: Take,
  processorMs = PROCESSOR_MS,
): Promise<void> {
  try {
    await THREADS.run<WorkerMessage>(
      { data, timeoutMs: TIMEOUT_MS, processorMs },
      async (message) => {
        const answer = await take(message);
        if (message.type === 'refused') throw new UnreadableFile(message.problems);
        return message.type === 'done' ? END : answer;
      },
    );
  } catch (error) {
    throw error instanceof ThreadLimit ? unreadable('TOO_MUCH_WORK') : error;
  }
}
