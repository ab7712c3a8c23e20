import type { Status } from '@qadam/domain';
import type { Fan, Observed, Curve, YearValue } from './curve.ts';

/** What is known about one area in one year. */
export interface Reading {
  area: string;
  observed: Observed | null;
  /** Is the year not after that of the release? Then a missing value means that it was not reported. */
  past: boolean;
  path: YearValue | null;
  target: boolean;
  reference: boolean;
  baseline: YearValue | null;
  /** The projection, in the target year only. */
  fan: Fan | null;
  break: boolean;
  /** The status of the area by the value of this year. */
  status: Status | null;
}

export function readYear(curves: readonly Curve[], year: number, asOf: number): Reading[] {
  return curves.map((curve) => ({
    area: curve.area,
    observed: curve.observed.find((point) => point.year === year) ?? null,
    past: year + (curve.since ?? 0) <= asOf,
    path: curve.path.find((point) => point.year === year) ?? null,
    target: curve.target?.year === year,
    reference: curve.reference === true,
    baseline: curve.baseline?.year === year ? curve.baseline : null,
    fan: curve.fan?.year === year ? curve.fan : null,
    break: curve.breaks.includes(year),
    status: curve.latestStatus?.year === year ? curve.latestStatus.status : null,
  }));
}

/** One or more years of the areas that are drawn, as a row of the table. */
export interface ReadingRow {
  from: number;
  to: number;
  readings: Reading[];
}

/** The years of the table, newest first: every year since the first value, and later years in which a plan or projection has a point. */
export function yearsRead(curves: readonly Curve[], asOf: number): number[] {
  const observed = curves.flatMap((curve) => curve.observed.map(({ year }) => year));
  const first = Math.min(...observed);
  const years =
    observed.length === 0
      ? []
      : Array.from(
          { length: Math.max(0, lastYear(curves, asOf) - first + 1) },
          (_, i) => first + i,
        );
  return [...new Set([...years, ...observed, ...plannedYears(curves)])].sort((a, b) => b - a);
}

/** The year of the release; if years are counted from the start of each area, as counted by the area that started first. */
function lastYear(curves: readonly Curve[], asOf: number): number {
  return curves.length === 0 ? asOf : Math.max(...curves.map(({ since = 0 }) => asOf - since));
}

function plannedYears(curves: readonly Curve[]): number[] {
  return curves.flatMap(({ path, target, baseline, fan }) =>
    [path[0]?.year, target?.year, baseline?.year, fan?.year].filter((year) => year !== undefined),
  );
}

/** Every year of the table as a row of its own. */
export function yearRows(curves: readonly Curve[], asOf: number): ReadingRow[] {
  return yearsRead(curves, asOf).map((year) => ({
    from: year,
    to: year,
    readings: readYear(curves, year, asOf),
  }));
}

/** The table beside the chart. Consecutive years without reports are one row. */
export function readingRows(curves: readonly Curve[], asOf: number): ReadingRow[] {
  const planned = plannedYears(curves);
  const rows: ReadingRow[] = [];
  for (const row of yearRows(curves, asOf)) {
    const year = row.from;
    const above = rows.at(-1);
    if (
      above &&
      planned.every((y) => y !== year && y !== above.from) &&
      silent(row) &&
      silent(above) &&
      above.from === year + 1
    ) {
      above.from = year;
      above.readings = row.readings.map((reading) => ({ ...reading, path: null }));
    } else rows.push(row);
  }
  return rows;
}

function silent({ readings }: ReadingRow): boolean {
  return readings.every(({ observed, past }) => past && observed === null);
}
