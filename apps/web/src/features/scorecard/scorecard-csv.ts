import { exportCsvCell } from '@qadam/domain';
import type { Row } from './scorecard.types.ts';

const columns = [
  'action',
  'title',
  'area',
  'status',
  'progress_percent',
  'range_low_percent',
  'range_high_percent',
  'indicators_assessed',
  'indicators_total',
] as const;

/** The table as a file, a line a cell, in the words of the API. What is not known is empty, never 0. */
export function scorecardCsv(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ action, cells }) =>
    cells.map(({ area, status, coverage }) => [
      action.code,
      exportCsvCell({ value: action.title.text }).cell,
      area,
      status,
      ...[coverage.central, coverage.low, coverage.high].map((part) => part?.toString() ?? ''),
      String(coverage.assessed),
      String(coverage.total),
    ]),
  );
  return [[...columns], ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}
