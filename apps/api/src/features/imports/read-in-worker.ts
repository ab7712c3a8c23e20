import { END, ThreadLimit, Threads } from '../../threads/threads.ts';
import { unreadable, UnreadableFile } from './import-problem.ts';
import type { WorkerInput, WorkerMessage } from './read-file.worker.ts';

/**
 * The processor time that one file may take. A workbook of 100,000 rows takes a quarter of it, so a file that needs more is not
 * a ministry's return. The thread is then ended, whatever its parser is doing, and the next file has its turn.
 */
const PROCESSOR_MS = 30_000;
/** The whole time, including waits for the database, which may be slow. */
const TIMEOUT_MS = 600_000;
/**
 * Enough for a file of any length: the thread keeps the text of a text file, the shared strings of a workbook or the values of
 * JSON, and for every format the line of each cell. The young generation holds several batches, as a batch is dropped once it is stored; when it
 * was smaller, V8 spent half its time moving batches to the old generation and collecting them there.
 * A server that is started with --max-semi-space-size=8 (docs/operations.md) gives its threads 24 of the 48.
 */
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 48 };
const THREADS = new Threads(new URL('./read-file.worker', import.meta.url), MEMORY);

/** Handles one message after the other; if the message is a question, the result is the answer. */
type Take = (message: WorkerMessage) => Promise<object | undefined>;

/**
 * Reads a file in a thread. The thread is ended if the file is refused or exceeds a limit of processor time, time or memory; only a thread
 * that read its file to the end is used again.
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
