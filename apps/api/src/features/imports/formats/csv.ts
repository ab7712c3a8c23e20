import { hasLostLetters, openCsv } from '@qadam/domain';
import { importProblem, unreadable, UnreadableFile } from '../import-problem.ts';
import {
  BREAKDOWN,
  columnsOf,
  dimensionsOfOpenSdg,
  previewOf,
  hasIndicator,
  hasValue,
  headAt,
  meaningsOf,
  isWrittenByOpenSdg,
} from './columns.ts';
import type { Field, Format, ReadFile, ReadOptions, SourceRow } from './format.ts';
import { toRow } from './record.ts';
import { otherTable, tableAbove, tableWatch } from './other-table.ts';
import { longBeside, tableBeside } from './tables-beside.ts';
import { unfold } from './unfold.ts';
import { columnsNotRead, unreadColumns } from './unread-columns.ts';
import { inOneLanguage, NO_STUB, stubReader } from './stub.ts';
import { chosenHead, isWide, wideTable, type WideTable } from './wide.ts';

/** Any delimited text with a header: what Excel and Open SDG save. */
export const csv: Format = {
  name: 'csv',
  recognises: () => true,
  read: (bytes, options) => ({ ...readTable(bytes, options), decimal: null }),
};

const SAMPLE = 200;

/** `isLong`: the format's specification has one value per row, so the table is never searched for several columns of values. */
export function readTable(
  bytes: Uint8Array,
  options: ReadOptions,
  isLong = false,
): Omit<ReadFile, 'decimal' | 'rows'> & { rows: () => Iterable<SourceRow>; delimiter: string } {
  const { fileName, columns: choice } = options;
  const { records, encoding, delimiter } = openCsv({ bytes });
  const { blank, top } = topOf(records());
  if (top.length === 0) throw unreadable('EMPTY_FILE');
  if (encoding === 'windows-1251') refuseLostLetters(records());
  const wide = !isLong && isWide(top, options) ? wideTable(top, options) : null;
  const headRow = wide?.last ?? chosenHead(options) ?? headAt(top);
  const start = blank + headRow;
  const written = top[headRow] ?? [];
  const beside = wide === null && choice === null ? longBeside(written) : null;
  const head = wide?.names ?? written.slice(0, beside ?? undefined);
  const fields = wide?.fields ?? meaningsOf(head, choice);
  const values = wide?.values.map(({ at }) => at) ?? [fields.indexOf('value')];
  const preview = previewOf(top, headRow, values);
  const columns = columnsOf(head, fields, top.slice(headRow + 1));
  if (wide === null && !hasValue(fields)) {
    const heads = head.slice(0, 12).join(', ').slice(0, SAMPLE);
    const missing = importProblem('ERROR', 'NO_VALUE_COLUMN', {}, { heads });
    throw new UnreadableFile([missing], columns, preview);
  }
  const known = wide?.columns ?? new Set<number>();
  const others = wide === null ? dimensionsOfOpenSdg(head, fields) : new Set<number>();
  const unread = unreadColumns(head, fields, wide, options);
  const width = wide?.beside ?? beside ?? undefined;
  const frame: Frame = { start, end: Infinity, heads: new Set(), width };
  const watch = tableWatch({ names: head, fields, wide }, options);
  let last = start;
  for (const { line, cells } of below(records(), frame)) {
    last = line;
    if (line >= frame.end) continue;
    const named = wide === null ? cells : inOneLanguage(cells, wide, options);
    const { kind, from } = isLong ? A_ROW : watch(named, line);
    if (kind === 'ROW') unread.addTexts(cells.entries());
    else if (kind === 'HEAD') frame.heads.add(line);
    else frame.end = from;
  }
  const first = wide?.first ?? headRow;
  unread.refuse(top.slice(0, first), top.slice(headRow + 1), preview);
  const problems = [
    ...(chosenHead(options) === null ? tableAbove(top.slice(0, first), blank) : []),
    ...(beside === null ? [] : [tableBeside(written, beside)]),
    ...(wide?.problems ?? []),
    ...(frame.end === Infinity ? [] : [otherTable(frame.end, last)]),
    ...columnsNotRead(head, fields, new Set([...known, ...others])),
  ];
  if (encoding === 'windows-1251') {
    problems.push(importProblem('WARN', 'GUESSED_ENCODING', {}, { encoding }));
  }
  // A file with a single series may have no column for it; then the file name is the series.
  const series = hasIndicator(fields) || wide?.isNamed ? null : fileName.replace(/\.[^.]*$/, '');
  const rows = () => tableRows(records(), { frame, head, fields, others, series, wide, options });
  const emptyIsWhole = wide === null && isWrittenByOpenSdg(head);
  return { rows, problems, delimiter, columns, preview, emptyIsWhole };
}

const A_ROW = { kind: 'ROW', from: 0 } as const;

/** How many rows, from the first filled one on, are searched for column names and samples. */
const TOP = 60;

function topOf(records: Iterable<string[]>): {
  /** How many blank rows come before the first filled one. */
  blank: number;
  top: string[][];
} {
  const top: string[][] = [];
  let blank = 0;
  for (const row of records) {
    if (top.length === 0 && isBlank(row)) blank += 1;
    else top.push(row);
    if (top.length === TOP) break;
  }
  return { blank, top };
}

function refuseLostLetters(records: Iterable<string[]>): void {
  let line = 0;
  for (const row of records) {
    line += 1;
    if (row.some(hasLostLetters)) throw unreadable('LOST_LETTERS', {}, { row: line });
  }
}

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

interface Frame {
  /** The last row of the head, counted from 0. */
  start: number;
  /** The line at which another table begins. */
  end: number;
  /** The lines further down in which the head is repeated. */
  heads: Set<number>;
  /** The number of columns to read; undefined: all. */
  width: number | undefined;
}

interface Table {
  frame: Frame;
  head: string[];
  fields: (Field | null)[];
  /** Columns that divide the figures by something unknown. */
  others: ReadonlySet<number>;
  series: string | null;
  wide: WideTable | null;
  options: ReadOptions;
}

/** The filled rows below the head. */
function* below(
  records: Iterable<string[]>,
  { start, width }: Frame,
): Iterable<{ line: number; cells: string[] }> {
  let line = 0;
  for (const all of records) {
    line += 1;
    const cells = all.slice(0, width);
    if (line - 1 > start && !isBlank(cells)) yield { line, cells };
  }
}

function* tableRows(records: Iterable<string[]>, table: Table): Iterable<SourceRow> {
  const { frame, head, fields, others, series, wide, options } = table;
  const readStub = stubReader(options);
  const named = head.findLastIndex((name, at) => name.trim() !== '' || fields[at] !== null);
  const width = named + 1;
  const columns = head.map((name, at) => (others.has(at) ? BREAKDOWN : name));
  for (const { line, cells } of below(records, frame)) {
    if (line >= frame.end) return;
    if (frame.heads.has(line)) continue;
    const row = toRow(
      line,
      cells.map((text, at) => [{ text, column: columns[at] ?? '' }, fields[at] ?? null] as const),
    );
    if (row === null) continue;
    if (series !== null) row.cells.series = { text: series, column: '' };
    const beyond = cells.slice(width).find((text) => text.trim() !== '');
    // for example, an unquoted decimal comma splits a number into two cells
    if (beyond !== undefined)
      row.problems.push(
        importProblem('ERROR', 'CELL_BEYOND_HEAD', { row: line }, { text: beyond.slice(0, 60) }),
      );
    if (wide === null) yield row;
    else {
      const names = inOneLanguage(cells, wide, options);
      const stub = wide.stub === null ? NO_STUB : readStub(names[wide.stub] ?? '');
      yield* unfold(row, wide, stub, ({ at: index, head: column }) => ({
        cell: { text: cells[index] ?? '', column },
        problem: null,
      }));
    }
  }
}
