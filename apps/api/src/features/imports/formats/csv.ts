import { hasLostLetters, readCsv } from '@qadam/domain';
import { type ImportProblem, importProblem, unreadable } from '../import-problem.ts';
import { fieldOf, isOtherDimension } from './columns.ts';
import type { Format, ReadFile, SourceRow } from './format.ts';
import { toRow } from './record.ts';

/** Any delimited text with a header: what Excel and Open SDG save. */
export const csv: Format = {
  name: 'csv',
  recognises: () => true,
  read: (bytes, { fileName }) => ({ ...readTable(bytes, fileName), decimal: null }),
};

const SAMPLE = 200;

export function readTable(
  bytes: Uint8Array,
  fileName: string,
): Omit<ReadFile, 'decimal'> & { delimiter: string } {
  const { rows, encoding, delimiter } = readCsv({ bytes });
  const start = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const head = rows[start];
  if (head === undefined) throw unreadable('EMPTY_FILE');
  const body = rows.length - start - 1;
  const lost = rows.findIndex((row) => row.some(hasLostLetters));
  if (encoding === 'windows-1251' && lost !== -1) {
    throw unreadable('LOST_LETTERS', {}, { row: lost + 1 });
  }
  const problems = headProblems(head);
  if (encoding === 'windows-1251') {
    problems.push(importProblem('WARN', 'GUESSED_ENCODING', {}, { encoding }));
  }
  // A file of one series has no column for it: its name says which.
  const series = head.some((name) => ['indicator', 'series'].includes(fieldOf(name) ?? ''))
    ? null
    : fileName.replace(/\.[^.]*$/, '');
  return { rows: tableRows(rows, start, series), problems, seen: body, delimiter };
}

function headProblems(head: string[]): ImportProblem[] {
  const fields = head.map(fieldOf);
  if (!fields.includes('value') && !fields.includes('numerator')) {
    throw unreadable('NO_VALUE_COLUMN', { heads: head.slice(0, 12).join(', ').slice(0, SAMPLE) });
  }
  return head.flatMap((name, at) =>
    fields[at] === null && !isOtherDimension(name) && name.trim() !== '' && !IGNORED.test(name)
      ? [importProblem('WARN', 'UNKNOWN_COLUMN', { column: name.slice(0, SAMPLE) })]
      : [],
  );
}

/** Columns of the standards that say nothing about a value. */
const IGNORED =
  /^(?:STRUCTURE|STRUCTURE_ID|ACTION|DATAFLOW|FREQ|CONF_STATUS|NATURE|REPORTING_TYPE|TIME_DETAIL|SERIES_KEY|OBS_KEY|UPDATED|RELEASE|CITATION|LICENCE|BASE_PER|COMMENT_TS|.*optioncombo|.*optcombo|strby|storedby|lstupd|lastupdated|followup|deleted)(?:\[.*\])?$/i;

function* tableRows(rows: string[][], start: number, series: string | null): Iterable<SourceRow> {
  const head = rows[start] ?? [];
  for (let at = start + 1; at < rows.length; at += 1) {
    const cells = rows[at] ?? [];
    if (cells.every((cell) => cell.trim() === '')) continue;
    const row = toRow(
      at + 1,
      cells.map((text, index) => [head[index] ?? '', text] as const),
    );
    if (series !== null) row.cells.series = { text: series, column: '' };
    yield row;
  }
}
