import { hasLostLetters, openCsv } from '@qadam/domain';
import {
  type ImportProblem,
  importProblem,
  unreadable,
  UnreadableFile,
} from '../import-problem.ts';
import {
  columnsOf,
  previewOf,
  hasIndicator,
  hasValue,
  headAt,
  meaningsOf,
  isIgnoredColumn,
} from './columns.ts';
import type { Field, Format, ReadFile, ReadOptions, SourceRow } from './format.ts';
import { isReadByName, toRow } from './record.ts';
import { unfold } from './unfold.ts';
import { unreadColumns } from './unread-columns.ts';
import { stubReader } from './stub.ts';
import { chosenHead, isWide, wideTable, type WideTable } from './wide.ts';

/** Any delimited text with a header: what Excel and Open SDG save. */
export const csv: Format = {
  name: 'csv',
  recognises: () => true,
  read: (bytes, options) => ({ ...readTable(bytes, options), decimal: null }),
};

const SAMPLE = 200;

/** `isLong`: its specification has one value in each row, whatever else its heads say. */
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
  const head = wide?.names ?? top[headRow] ?? [];
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
  const unread = unreadColumns(head, fields, wide, options);
  for (const { cells } of below(records(), start)) unread.addTexts(cells.entries());
  unread.refuse(top.slice(0, wide?.first ?? headRow), top.slice(headRow + 1), preview);
  const problems = [...(wide?.problems ?? []), ...headProblems(head, fields, known)];
  if (encoding === 'windows-1251') {
    problems.push(importProblem('WARN', 'GUESSED_ENCODING', {}, { encoding }));
  }
  // A file of one series has no column for it: its name says which.
  const series = hasIndicator(fields) || wide?.isNamed ? null : fileName.replace(/\.[^.]*$/, '');
  const rows = () => tableRows(records(), { start, head, fields, series, wide, options });
  return { rows, problems, delimiter, columns, preview };
}

/** Rows from the first filled one on in which the names of the columns and examples are looked for. */
const TOP = 60;

function topOf(records: Iterable<string[]>): {
  /** So many rows are blank before the first that is not. */
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

function headProblems(
  head: string[],
  fields: (Field | null)[],
  known: ReadonlySet<number>,
): ImportProblem[] {
  return head.flatMap((name, at) =>
    fields[at] === null &&
    !known.has(at) &&
    !isReadByName(name) &&
    name.trim() !== '' &&
    !isIgnoredColumn(name)
      ? [importProblem('WARN', 'UNKNOWN_COLUMN', { column: name.slice(0, SAMPLE) })]
      : [],
  );
}

interface Table {
  start: number;
  head: string[];
  fields: (Field | null)[];
  series: string | null;
  wide: WideTable | null;
  options: ReadOptions;
}

/** The filled rows below the head. */
function* below(
  records: Iterable<string[]>,
  start: number,
): Iterable<{ line: number; cells: string[] }> {
  let line = 0;
  for (const cells of records) {
    line += 1;
    if (line - 1 > start && !isBlank(cells)) yield { line, cells };
  }
}

function* tableRows(records: Iterable<string[]>, table: Table): Iterable<SourceRow> {
  const { start, head, fields, series, wide, options } = table;
  const readStub = stubReader(options);
  const named = head.findLastIndex((name, at) => name.trim() !== '' || fields[at] !== null);
  const width = named + 1;
  for (const { line, cells } of below(records, start)) {
    const row = toRow(
      line,
      cells.map(
        (text, index) => [{ text, column: head[index] ?? '' }, fields[index] ?? null] as const,
      ),
    );
    if (row === null) continue;
    if (series !== null) row.cells.series = { text: series, column: '' };
    const beyond = cells.slice(width).find((text) => text.trim() !== '');
    // a decimal comma, for one, makes two cells of a number
    if (beyond !== undefined)
      row.problems.push(
        importProblem('ERROR', 'CELL_BEYOND_HEAD', { row: line }, { text: beyond.slice(0, 60) }),
      );
    if (wide === null) yield row;
    else {
      const stub = wide.stub === null ? {} : readStub(cells[wide.stub] ?? '');
      yield* unfold(row, wide, stub, ({ at: index, head: column }) => ({
        cell: { text: cells[index] ?? '', column },
        problem: null,
      }));
    }
  }
}
