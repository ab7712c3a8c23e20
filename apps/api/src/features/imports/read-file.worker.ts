import { parentPort, workerData } from 'node:worker_threads';
import type { CheckContext } from './check-context.ts';
import { type CheckedRow, RowChecker } from './check-rows.ts';
import { type ColumnChoice, MAX_ROWS } from './formats/format.ts';
import { formatOf } from './formats/registry.ts';
import {
  type FileColumn,
  type ImportProblem,
  unreadable,
  UnreadableFile,
} from './import-problem.ts';
import { IndicatorBook } from './indicator-book.ts';

/** What the thread says, in this order: what the file is, its rows in batches, and that it is done. */
export type WorkerMessage =
  | {
      type: 'format';
      format: string;
      seen: number;
      problems: ImportProblem[];
      columns: FileColumn[];
    }
  | { type: 'rows'; rows: CheckedRow[]; looked: number }
  | { type: 'done'; problems: ImportProblem[] }
  | { type: 'refused'; problem: ImportProblem; columns: FileColumn[] };

export interface WorkerInput {
  bytes: Uint8Array;
  fileName: string;
  columns: ColumnChoice | null;
  context: CheckContext;
}

const BATCH = 1000;
const AHEAD = 1;

async function* read(input: WorkerInput): AsyncGenerator<WorkerMessage> {
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
  let rows: CheckedRow[] = [];
  let looked = 0;
  for (const row of file.rows) {
    looked += 1;
    const checked = checker.check(row);
    if (checked) rows.push(checked);
    if (looked % BATCH !== 0) continue;
    yield { type: 'rows', rows, looked };
    rows = [];
  }
  yield { type: 'rows', rows, looked };
  yield { type: 'done', problems: checker.finish() };
}

/** While one batch is stored the next is read, and no more: memory stays flat. */
async function run(port: NonNullable<typeof parentPort>): Promise<void> {
  let stored = 0;
  let go: () => void = () => undefined;
  // one listener from beginning to end: without it the thread ends while a library only waits for itself
  port.on('message', () => {
    stored += 1;
    go();
  });
  let sent = 0;
  try {
    for await (const message of read(workerData as WorkerInput)) {
      port.postMessage(message);
      if (message.type !== 'rows') continue;
      sent += 1;
      while (sent - stored > AHEAD) await new Promise<void>((resolve) => (go = resolve));
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { problem, columns } = error;
    port.postMessage({ type: 'refused', problem, columns } satisfies WorkerMessage);
  }
}

if (parentPort) await run(parentPort);
