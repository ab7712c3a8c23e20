import { hasLostLetters, readCsv } from '@qadam/domain';
import {
  type ImportProblem,
  importProblem,
  unreadable,
  UnreadableFile,
} from '../import-problem.ts';
import {
  columnsOf,
  hasIndicator,
  hasValue,
  headAt,
  isOtherDimension,
  meaningsOf,
} from './columns.ts';
import type { Field, Format, ReadFile, ReadOptions, SourceRow } from './format.ts';
import { toRow } from './record.ts';
import { isWideHead, unfold, type ValueColumn, wideOf } from './wide.ts';

/** Any delimited text with a header: what Excel and Open SDG save. */
export const csv: Format = {
  name: 'csv',
  recognises: () => true,
  read: (bytes, options) => ({ ...readTable(bytes, options), decimal: null }),
};

const SAMPLE = 200;

export function readTable(
  bytes: Uint8Array,
  options: ReadOptions,
): Omit<ReadFile, 'decimal'> & { delimiter: string } {
  const { fileName, columns: choice } = options;
  const { rows, encoding, delimiter } = readCsv({ bytes });
  const filled = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  if (filled === -1) throw unreadable('EMPTY_FILE');
  const start = filled + headAt(rows.slice(filled), (row) => isWideHead(row, options));
  const head = rows[start] ?? [];
  const body = rows.length - start - 1;
  const lost = rows.findIndex((row) => row.some(hasLostLetters));
  if (encoding === 'windows-1251' && lost !== -1) {
    throw unreadable('LOST_LETTERS', {}, { row: lost + 1 });
  }
  const named = meaningsOf(head, choice);
  const wide = wideOf(head, named, options);
  const fields = wide?.fields ?? named;
  const indicators = wide?.indicators ?? [];
  const columns = columnsOf(head, fields, rows.slice(start + 1));
  if (!hasValue(fields) && indicators.length === 0) {
    const heads = head.slice(0, 12).join(', ').slice(0, SAMPLE);
    throw new UnreadableFile(importProblem('ERROR', 'NO_VALUE_COLUMN', {}, { heads }), columns);
  }
  const problems = [
    ...(wide?.problems ?? []),
    ...headProblems(head, fields, wide?.told ?? new Set()),
  ];
  if (encoding === 'windows-1251') {
    problems.push(importProblem('WARN', 'GUESSED_ENCODING', {}, { encoding }));
  }
  // A file of one series has no column for it: its name says which.
  const series =
    hasIndicator(fields) || indicators.length > 0 ? null : fileName.replace(/\.[^.]*$/, '');
  const rest = tableRows(rows, { start, head, fields, series, indicators });
  const seen = body * Math.max(1, indicators.length);
  return { rows: rest, problems, seen, delimiter, columns };
}

function headProblems(
  head: string[],
  fields: (Field | null)[],
  told: ReadonlySet<number>,
): ImportProblem[] {
  return head.flatMap((name, at) =>
    fields[at] === null &&
    !told.has(at) &&
    !isOtherDimension(name) &&
    name.trim() !== '' &&
    !IGNORED.test(name)
      ? [importProblem('WARN', 'UNKNOWN_COLUMN', { column: name.slice(0, SAMPLE) })]
      : [],
  );
}

/** Columns of the standards that say nothing about a value. */
const IGNORED =
  /^(?:STRUCTURE|STRUCTURE_ID|ACTION|DATAFLOW|FREQ|CONF_STATUS|NATURE|REPORTING_TYPE|TIME_DETAIL|SERIES_KEY|OBS_KEY|UPDATED|RELEASE|CITATION|LICENCE|BASE_PER|COMMENT_TS|.*optioncombo|.*optcombo|strby|storedby|lstupd|lastupdated|followup|deleted)(?:\[.*\])?$/i;

interface Table {
  start: number;
  head: string[];
  fields: (Field | null)[];
  series: string | null;
  /** The columns of values, where each has an indicator of its own. */
  indicators: readonly ValueColumn[];
}

function* tableRows(rows: string[][], table: Table): Iterable<SourceRow> {
  const { start, head, fields, series, indicators } = table;
  for (let at = start + 1; at < rows.length; at += 1) {
    const cells = rows[at] ?? [];
    if (cells.every((cell) => cell.trim() === '')) continue;
    const row = toRow(
      at + 1,
      cells.map((text, index) => [head[index] ?? '', text, fields[index] ?? null] as const),
    );
    if (series !== null) row.cells.series = { text: series, column: '' };
    if (indicators.length === 0) yield row;
    else {
      yield* unfold(row, indicators, ({ at: index, head: column }) => ({
        cell: { text: cells[index] ?? '', column },
        problem: null,
      }));
    }
  }
}
