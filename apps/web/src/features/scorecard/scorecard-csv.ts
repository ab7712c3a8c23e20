import { exportCsvCell, isHeadline } from '@qadam/domain';
import type { Row } from './scorecard.types.ts';

const columns = [
  'action',
  'title',
  'area',
  'as_of_year',
  'status',
  'progress_percent',
  'range_low_percent',
  'range_high_percent',
  'indicators_assessed',
  'indicators_total',
  'status_before',
  'progress_percent_before',
  'headline_values',
] as const;

/** The table as a file, a line a cell, in the words of the API, whichever part of it is shown. What is not known is empty, never 0. */
export function scorecardCsv(rows: readonly Row[], year: number): string {
  const lines = rows.flatMap(({ action, cells, indicators }) =>
    cells.map(({ area, status, coverage, move }) => [
      action.code,
      exportCsvCell({ value: action.title.text }).cell,
      area,
      String(year),
      status,
      ...[coverage.central, coverage.low, coverage.high].map(orEmpty),
      String(coverage.assessed),
      String(coverage.total),
      move?.from ?? '',
      orEmpty(move?.fromCentral),
      headlineValues(indicators, area),
    ]),
  );
  return [[...columns], ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

const orEmpty = (part: number | null | undefined): string => part?.toString() ?? '';

/** `A1.1 2024 4; A1.2 2023 c`: the latest value of each headline indicator; the hidden one is c, as everywhere. */
function headlineValues(indicators: Row['indicators'], area: string): string {
  return indicators
    .filter(({ role, indicator }) => isHeadline({ ...indicator, role }))
    .flatMap(({ indicator, cells }) => {
      const cell = cells.find((one) => one.area === area);
      if (cell?.status === 'SUPPRESSED') return [`${indicator.code} c`];
      if (cell?.latestValue == null || cell.latestYear === null) return [];
      return [`${indicator.code} ${cell.latestYear} ${cell.latestValue}`];
    })
    .join('; ');
}
