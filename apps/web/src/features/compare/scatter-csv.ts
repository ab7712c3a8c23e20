import { exportCsvCell } from '@qadam/domain';
import { csvText } from '../../charts/csv-text.ts';
import type { Pair } from '../../charts/scatter/scatter.model.ts';

/** The marks as a file: a line for each country and year with both values. */
export function scatterCsv(codes: readonly string[], pairs: readonly Pair[]): string {
  const [x = 'x', y = 'y'] = codes.map((code) => exportCsvCell({ value: code }).cell);
  const head = ['area', 'year', x, `${x}_status`, y, `${y}_status`];
  const lines = pairs.map((pair) => [
    pair.area,
    String(pair.year),
    pair.x.value ?? '',
    pair.x.status,
    pair.y.value ?? '',
    pair.y.status,
  ]);
  return csvText([head, ...lines]);
}
