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

/** Any delimited text with a header: what Excel and Open SDG save. */
export const csv: Format = {
  name: 'csv',
  recognises: () => true,
  read: (bytes, options) => ({ ...readTable(bytes, options), decimal: null }),
};

const SAMPLE = 200;

export function readTable(
  bytes: Uint8Array,
  { fileName, columns: choice }: ReadOptions,
): Omit<ReadFile, 'decimal'> & { delimiter: string } {
  const { rows, encoding, delimiter } = readCsv({ bytes });
  const filled = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  if (filled === -1) throw unreadable('EMPTY_FILE');
  const start = filled + headAt(rows.slice(filled));
  const head = rows[start] ?? [];
  const body = rows.length - start - 1;
  const lost = rows.findIndex((row) => row.some(hasLostLetters));
  if (encoding === 'windows-1251' && lost !== -1) {
    throw unreadable('LOST_LETTERS', {}, { row: lost + 1 });
  }
  const fields = meaningsOf(head, choice);
  const columns = columnsOf(head, fields, rows.slice(start + 1));
  if (!hasValue(fields)) {
    const heads = head.slice(0, 12).join(', ').slice(0, SAMPLE);
    throw new UnreadableFile(importProblem('ERROR', 'NO_VALUE_COLUMN', {}, { heads }), columns);
  }
  const problems = headProblems(head, fields);
  if (encoding === 'windows-1251') {
    problems.push(importProblem('WARN', 'GUESSED_ENCODING', {}, { encoding }));
  }
  // A file of one series has no column for it: its name says which.
  const series = hasIndicator(fields) ? null : fileName.replace(/\.[^.]*$/, '');
  const rest = tableRows(rows, { start, head, fields, series });
  return { rows: rest, problems, seen: body, delimiter, columns };
}

function headProblems(head: string[], fields: (Field | null)[]): ImportProblem[] {
  return head.flatMap((name, at) =>
    fields[at] === null && !isOtherDimension(name) && name.trim() !== '' && !IGNORED.test(name)
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
}

function* tableRows(rows: string[][], { start, head, fields, series }: Table): Iterable<SourceRow> {
  for (let at = start + 1; at < rows.length; at += 1) {
    const cells = rows[at] ?? [];
    if (cells.every((cell) => cell.trim() === '')) continue;
    const row = toRow(
      at + 1,
      cells.map((text, index) => [head[index] ?? '', text, fields[index] ?? null] as const),
    );
    if (series !== null) row.cells.series = { text: series, column: '' };
    yield row;
  }
}
