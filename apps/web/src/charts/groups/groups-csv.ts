import { BREAKDOWN_DIMENSIONS, csvCell } from '@qadam/domain';
import { csvText } from '../csv-text.ts';
import type { GroupPanel } from './groups.model.ts';

/** The parts that are drawn as a CSV file, in the terms of the released files: a line for each part in each of its two years. */
export function groupsCsv(indicator: string, panels: readonly GroupPanel[]): string {
  const head = ['indicator', 'area', 'year', ...BREAKDOWN_DIMENSIONS];
  const lines = panels.flatMap(({ area, before, year, rows }) =>
    rows.flatMap((row) =>
      [
        { at: year, point: row.latest },
        { at: before, point: row.before },
      ].flatMap(({ at, point }) =>
        at === null
          ? []
          : [
              [
                ...[
                  indicator,
                  area,
                  String(at),
                  ...BREAKDOWN_DIMENSIONS.map((d) => row.part[d]),
                ].map(csvCell),
                point?.value ?? '',
                point?.status ?? 'O',
                point?.missingReason ?? '',
              ],
            ],
      ),
    ),
  );
  return csvText([[...head, 'value', 'obs_status', 'missing_reason'], ...lines]);
}
