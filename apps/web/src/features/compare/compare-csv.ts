import { csvCell } from '@qadam/domain';
import { csvText } from '../../charts/csv-text.ts';
import { readYear, yearsRead } from '../../charts/reading.ts';
import type { Curve } from '../../charts/curve.ts';
import type { Compared } from './view.ts';

const columns = [
  'indicator',
  'area',
  'year',
  'years_since_baseline',
  'value',
  'progress',
  'obs_status',
  'missing_reason',
  'target',
] as const;

/**
 * The table as a file, the same for both scales: a line for each year and area with the value, the share of the way (1
 * is all of it) and the years since the baseline. A hidden value has the status Q and is left empty.
 */
export function compareCsv(
  { indicator, series }: Compared,
  curves: readonly Curve[],
  asOf: number,
): string {
  const lines = yearsRead(curves, asOf).flatMap((at) =>
    readYear(curves, at, asOf).map(({ area, observed, past, target }) => {
      const since = curves.find((curve) => curve.area === area)?.since ?? 0;
      const year = at + since;
      const own = series.find(({ cell }) => cell.area === area);
      const point = observed === null ? undefined : own?.points.find((one) => one.year === year);
      const zero = own?.target?.baselineYear ?? null;
      const goal = own?.target?.points.find((one) => one.year === year)?.value;
      return [
        indicator.code,
        area,
        String(year),
        zero === null ? '' : String(year - zero),
        observed?.hidden === true ? '' : (point?.value ?? ''),
        observed?.hidden === true ? '' : (point?.progress ?? ''),
        observed?.status ?? (past ? 'O' : ''),
        observed?.missingReason ?? '',
        target ? (goal ?? '') : '',
      ];
    }),
  );
  return csvText(
    [columns, ...lines].map((cells) => cells.map((value, i) => (i > 2 ? value : csvCell(value)))),
  );
}
