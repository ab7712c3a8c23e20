import { type MessagePort, parentPort } from 'node:worker_threads';
import { knownSeries } from '@qadam/domain';
import { areaLookup } from './area-lookup.ts';
import { rowsAsJson } from './as-json.ts';
import type { CheckContext } from './check-context.ts';
import type { FindCells, KnownCell } from './known-cells.reader.ts';
import { type CheckedRow, RowChecker } from './check-rows.ts';
import type { FileCell } from './file-sums.ts';
import { type ColumnChoice, MAX_ROWS, type ReadFile, type SourceRow } from './formats/format.ts';
import type { Preview } from './formats/preview.ts';
import type { Answers } from './answers.ts';
import { isUnitOf, regionLookup } from './region-lookup.ts';
import { placeReader } from './place-reader.ts';
import { formatOf } from './formats/registry.ts';
import {
  type FileColumn,
  type ImportProblem,
  importProblem,
  unreadable,
  UnreadableFile,
} from './import-problem.ts';
import { indicatorLookup } from './indicator-lookup.ts';
import { beginFile } from './remembered.ts';

interface FoundFile {
  format: string;
  /** How many rows the file has. */
  seen: number;
  columns: FileColumn[];
  preview: Preview | null;
}

/**
 * The messages of the thread, in this order: what the file is, its rows in batches, and that it is done. Before each batch it asks what is known of
 * the batch's cells (`lookUp`); at the end, for all cells of each indicator whose parts must add up (`cellsOf`).
 */
export type WorkerMessage =
  | { type: 'format'; file: FoundFile; problems: ImportProblem[] }
  | { type: 'lookUp'; cells: string }
  | { type: 'rows'; rows: Uint8Array<ArrayBuffer>; looked: number }
  | { type: 'cellsOf'; indicator: string; year: number; hasTotals: boolean }
  | { type: 'done'; problems: ImportProblem[] }
  | {
      type: 'refused';
      problems: ImportProblem[];
      columns: FileColumn[];
      preview: Preview | null;
    };

/** A message that needs an answer; the thread sends one at a time. */
type Question = Extract<WorkerMessage, { type: 'lookUp' | 'cellsOf' }>;
type Ask = (question: Question) => Promise<unknown>;

export interface WorkerInput {
  bytes: Uint8Array;
  fileName: string;
  columns: ColumnChoice | null;
  answers: Answers;
  context: CheckContext;
}

const BATCH = 1000;

async function* read(input: WorkerInput, ask: Ask): AsyncGenerator<WorkerMessage> {
  const { bytes, fileName, columns, answers, context } = input;
  const format = formatOf(bytes);
  const { area, cycle, words } = context;
  const findIndicator = indicatorLookup(context.indicators);
  const mapped = new Set(context.mappings.map(({ series }) => series));
  const isSeries = (text: string) => mapped.has(text.trim()) || knownSeries(text) !== null;
  const countries = areaLookup(context.areas);
  const file = await format.read(bytes, {
    fileName,
    template: { area, cycle },
    total: words.total,
    isIndicator: (text) => findIndicator(text).indicator !== null || isSeries(text),
    placeOf: placeReader(context),
    columns,
  });
  const findRegion = regionLookup(context.regions.filter((region) => region.area === area));
  const iso2 = context.areas.find(({ code }) => code === area)?.iso2;
  const { seen, own, stated, others } = await survey(file.rows(), {
    isOther: (text) => {
      const country = countries.find(text);
      return country !== null && country !== area;
    },
    isWithin: (text) =>
      file.emptyIsWhole === true && (findRegion(text) !== null || isUnitOf(iso2, text)),
  });
  const international = others > (cycle === null ? 0 : NEIGHBOURS);
  const rows = international ? own : seen;
  if (rows > MAX_ROWS) throw unreadable('TOO_MANY_ROWS', { rows, max: MAX_ROWS });
  const found = {
    format: format.name,
    seen,
    columns: file.columns ?? [],
    preview: file.preview ?? null,
  };
  yield { type: 'format', file: found, problems: firstOf(file.problems) };
  const checker = new RowChecker(context, format.name, answers, international);
  const lookUp: FindCells = async (cells) =>
    // a JSON text passes between threads in a third of the time that the objects would take
    (await ask({ type: 'lookUp', cells: JSON.stringify(cells) })) as KnownCell[];
  const isElsewhere = ({ cells }: SourceRow) => {
    const text = cells.area?.text.trim() ?? '';
    return countries.find(text) !== area && findRegion(text) === null;
  };
  let looked = 0;
  let elsewhere = 0;
  let before: WaitingBatch | null = null;
  for await (const batch of batchesOf(file.rows())) {
    for (const [at, row] of batch.entries()) {
      row.number = looked + at + 1;
      if (file.decimal !== null) row.decimal = file.decimal;
      place(row, stated);
    }
    looked += batch.length;
    const ours = international ? batch.filter((row) => !isElsewhere(row)) : batch;
    elsewhere += batch.length - ours.length;
    // a batch is judged while the next one's cells are looked up; these are asked for one batch at a time, so no more than two are in memory
    const rows = await before?.rows;
    const next: WaitingBatch = { rows: checker.check(ours, lookUp), looked };
    if (before && rows) yield judged(rows, before.looked);
    before = next;
  }
  if (before) yield judged(await before.rows, before.looked);
  const problems = await checker.finish(async ({ indicator: { code }, ...table }) => {
    const cells = await ask({ type: 'cellsOf', indicator: code, ...table });
    return cells as FileCell[];
  });
  if (elsewhere > 0)
    problems.push(importProblem('WARN', 'OTHER_COUNTRIES', {}, { rows: elsewhere }));
  yield { type: 'done', problems };
}

/** A batch whose cells are being looked up. */
interface WaitingBatch {
  rows: Promise<Iterable<CheckedRow>>;
  looked: number;
}

/** As bytes that go to the database unchanged, so that the main thread creates no objects for rows. */
const judged = (rows: Iterable<CheckedRow>, looked: number): WorkerMessage => ({
  type: 'rows',
  rows: rowsAsJson(rows),
  looked,
});

/** The most problems about the file as a whole that are kept; errors come first. */
const MAX_PROBLEMS = 200;

function firstOf(problems: readonly ImportProblem[]): ImportProblem[] {
  const isRed = ({ severity }: ImportProblem) => severity === 'ERROR';
  return [...problems.filter(isRed), ...problems.filter((one) => !isRed(one))].slice(
    0,
    MAX_PROBLEMS,
  );
}

type Place = 'area' | 'year';
type StatedPlaces = ReadonlySet<Place>;

/** A ministry's return may mention this many other countries by mistake; a file with more of them comes from an international database. */
const NEIGHBOURS = 2;

/**
 * Reads the file to its end before any row is stored, so that a broken file is refused whole. Counts the rows and the other countries, and finds
 * out whether any row names an area or a year.
 */
async function survey(
  rows: ReturnType<ReadFile['rows']>,
  {
    isOther,
    isWithin,
  }: {
    isOther: (area: string) => boolean;
    /** Is the text a region of this country? The file then need not name the country. */
    isWithin: (area: string) => boolean;
  },
): Promise<{ seen: number; own: number; stated: StatedPlaces; others: number }> {
  const others = new Set<string>();
  const stated = new Set<Place>();
  let seen = 0;
  let own = 0;
  for await (const { cells } of rows) {
    seen += 1;
    const area = cells.area?.text.trim() ?? '';
    if (area !== '' && !isWithin(area)) stated.add('area');
    if (cells.year?.text.trim()) stated.add('year');
    if (area === '' || !isOther(area)) own += 1;
    else if (others.size <= NEIGHBOURS) others.add(area);
  }
  return { seen, own, stated, others: others.size };
}

/** If any row names its area or year, a row without one must not be taken for ours; if none does, an empty column is ignored. */
function place({ cells }: SourceRow, stated: StatedPlaces): void {
  for (const field of stated) cells[field] ??= { text: '', column: '' };
  if (!stated.has('area') && cells.area?.text.trim() === '') delete cells.area;
  if (!stated.has('year')) delete cells.year;
}

async function* batchesOf(rows: ReturnType<ReadFile['rows']>): AsyncGenerator<SourceRow[]> {
  let batch: SourceRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

async function run(port: MessagePort, input: WorkerInput, ask: Ask): Promise<void> {
  try {
    for await (const message of read(input, ask))
      port.postMessage(message, message.type === 'rows' ? [message.rows.buffer] : []);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { problems, columns, preview } = error;
    const message = { type: 'refused', problems: firstOf(problems), columns, preview } as const;
    port.postMessage(message satisfies WorkerMessage);
  }
}

// protects against prototype pollution: a name in a file cannot add a member to all objects
if (parentPort) Object.preventExtensions(Object.prototype);

parentPort?.on('message', (port: MessagePort) => {
  let answered = (input: unknown) => {
    beginFile();
    void run(port, input as WorkerInput, ask);
  };
  const ask: Ask = (question) =>
    new Promise((resolve) => {
      answered = resolve;
      port.postMessage(question);
    });
  port.on('message', (message: unknown) => answered(message));
});
