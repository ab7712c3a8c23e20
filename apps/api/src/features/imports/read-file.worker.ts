import { parentPort, workerData } from 'node:worker_threads';
import type { Face } from '../observations/face.ts';
import { rowsAsJson } from './as-json.ts';
import type { CheckContext, KnownCell, LookUp } from './check-context.ts';
import { RowChecker } from './check-rows.ts';
import type { FileCell } from './file-sums.ts';
import { type ColumnChoice, MAX_ROWS, type ReadFile, type SourceRow } from './formats/format.ts';
import { formatOf } from './formats/registry.ts';
import {
  type FileColumn,
  type ImportProblem,
  unreadable,
  UnreadableFile,
} from './import-problem.ts';
import { IndicatorBook } from './indicator-book.ts';

/**
 * What the thread says, in this order: what the file is, its rows in batches, and that it is done. Before each batch it
 * asks for the cells that it is about (`lookUp`), at the end for all cells of each indicator whose parts are to add up.
 */
export type WorkerMessage =
  | {
      type: 'format';
      format: string;
      seen: number;
      problems: ImportProblem[];
      columns: FileColumn[];
    }
  | { type: 'lookUp'; faces: readonly Face[] }
  | { type: 'rows'; rows: string; looked: number }
  | { type: 'cellsOf'; indicator: string }
  | { type: 'done'; problems: ImportProblem[] }
  | { type: 'refused'; problem: ImportProblem; columns: FileColumn[] };

/** A message that is answered; one at a time. */
type Question = Extract<WorkerMessage, { type: 'lookUp' | 'cellsOf' }>;
type Ask = (question: Question) => Promise<unknown>;

export interface WorkerInput {
  bytes: Uint8Array;
  fileName: string;
  columns: ColumnChoice | null;
  context: CheckContext;
}

const BATCH = 1000;

async function* read(input: WorkerInput, ask: Ask): AsyncGenerator<WorkerMessage> {
  const { bytes, fileName, columns, context } = input;
  const format = formatOf(bytes);
  const { area, cycle, words } = context;
  const indicators = new IndicatorBook(context.indicators);
  const file = await format.read(bytes, {
    fileName,
    template: { area, cycle },
    total: words.total,
    isIndicator: (text) => indicators.find(text).indicator !== null,
    columns,
  });
  if (file.seen > MAX_ROWS) throw unreadable('TOO_MANY_ROWS', { rows: file.seen, max: MAX_ROWS });
  const { seen, problems, columns: found = [] } = file;
  yield { type: 'format', format: format.name, seen, problems, columns: found };
  const checker = new RowChecker(context, format.name, file.decimal);
  // answered when the batch before is stored: the thread is one batch ahead and no more
  const lookUp: LookUp = async (faces) => (await ask({ type: 'lookUp', faces })) as KnownCell[];
  let looked = 0;
  let number = 1;
  for await (const batch of batchesOf(file.rows)) {
    looked += batch.length;
    const rows = await checker.check(batch, lookUp);
    // as the text that it is stored from: the server's own thread makes no object of any row
    yield { type: 'rows', rows: rowsAsJson(number, rows), looked };
    number += rows.length;
  }
  const cellsOf = async (indicator: string) =>
    (await ask({ type: 'cellsOf', indicator })) as FileCell[];
  yield { type: 'done', problems: await checker.finish(cellsOf) };
}

async function* batchesOf(rows: ReadFile['rows']): AsyncGenerator<SourceRow[]> {
  let batch: SourceRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

async function run(port: NonNullable<typeof parentPort>): Promise<void> {
  let answered: (answer: unknown) => void = () => undefined;
  // one listener from beginning to end: without it the thread ends while a library only waits for itself
  port.on('message', (answer: unknown) => answered(answer));
  const ask: Ask = (question) =>
    new Promise((resolve) => {
      answered = resolve;
      port.postMessage(question);
    });
  try {
    for await (const message of read(workerData as WorkerInput, ask)) port.postMessage(message);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { problem, columns } = error;
    port.postMessage({ type: 'refused', problem, columns } satisfies WorkerMessage);
  }
}

if (parentPort) await run(parentPort);
