import { csvCell } from '@qadam/domain';
import { csvText } from './csv-text.ts';
import type { ReadingRow } from './reading.ts';

const columns = [
  'indicator',
  'area',
  'year',
  'value',
  'obs_status',
  'missing_reason',
  'target_path',
  'target',
  'projection_low',
  'projection_central',
  'projection_high',
] as const;

/**
 * The numbers of a chart as a CSV file: a line for each year and area of the table beside it, in the terms of the released
 * files. A year without a report is a line without a value, and a hidden value has the status Q and no value.
 */
export function tableCsv(indicator: string, rows: readonly ReadingRow[]): string {
  const lines = rows.flatMap(({ to: year, readings }) =>
    readings.map(({ area, observed, past, path, target, fan }) => [
      indicator,
      area,
      String(year),
      observed?.value ?? '',
      observed?.status ?? (past ? 'O' : ''),
      observed?.missingReason ?? '',
      path?.value ?? '',
      target ? (path?.value ?? '') : '',
      fan?.low ?? '',
      fan?.central ?? '',
      fan?.high ?? '',
    ]),
  );
  return csvText(
    [columns, ...lines].map((cells) => cells.map((value, i) => (i > 2 ? value : csvCell(value)))),
  );
}
