import type { Status } from '@qadam/domain';
import type { Fan, Observed, Trace, YearValue } from './trace.ts';

/** What is known of one area in one year. */
export interface Reading {
  area: string;
  observed: Observed | null;
  /** The year lies behind the release: without a value it was not reported. */
  past: boolean;
  path: YearValue | null;
  target: boolean;
  reference: boolean;
  baseline: YearValue | null;
  /** Only in the target year. */
  fan: Fan | null;
  break: boolean;
  /** Where the area stood by the value of this year. */
  status: Status | null;
}

export function readYear(traces: readonly Trace[], year: number, asOf: number): Reading[] {
  return traces.map((trace) => ({
    area: trace.area,
    observed: trace.observed.find((point) => point.year === year) ?? null,
    past: year + (trace.since ?? 0) <= asOf,
    path: trace.path.find((point) => point.year === year) ?? null,
    target: trace.target?.year === year,
    reference: trace.reference === true,
    baseline: trace.baseline?.year === year ? trace.baseline : null,
    fan: trace.fan?.year === year ? trace.fan : null,
    break: trace.breaks.includes(year),
    status: trace.standing?.year === year ? trace.standing.status : null,
  }));
}

/** Some years of some areas: those that are drawn. */
export interface ReadingRow {
  from: number;
  to: number;
  readings: Reading[];
}

/** The years of the table, newest first: every year since the first value, and the later years in which a plan or a projection has a point. */
export function yearsRead(traces: readonly Trace[], asOf: number): number[] {
  const observed = traces.flatMap((trace) => trace.observed.map(({ year }) => year));
  const first = Math.min(...observed);
  const years =
    observed.length === 0
      ? []
      : Array.from(
          { length: Math.max(0, lastYear(traces, asOf) - first + 1) },
          (_, i) => first + i,
        );
  return [...new Set([...years, ...observed, ...plannedYears(traces)])].sort((a, b) => b - a);
}

/** The year of the release, where the years of an area are counted from its own start: of the one that started first. */
function lastYear(traces: readonly Trace[], asOf: number): number {
  return traces.length === 0 ? asOf : Math.max(...traces.map(({ since = 0 }) => asOf - since));
}

function plannedYears(traces: readonly Trace[]): number[] {
  return traces.flatMap(({ path, target, baseline, fan }) =>
    [path[0]?.year, target?.year, baseline?.year, fan?.year].filter((year) => year !== undefined),
  );
}

/** Every year of the table, one by one. */
export function yearRows(traces: readonly Trace[], asOf: number): ReadingRow[] {
  return yearsRead(traces, asOf).map((year) => ({
    from: year,
    to: year,
    readings: readYear(traces, year, asOf),
  }));
}

/** The table beside the chart. Consecutive years without reports are one row. */
export function readingRows(traces: readonly Trace[], asOf: number): ReadingRow[] {
  const planned = plannedYears(traces);
  const rows: ReadingRow[] = [];
  for (const row of yearRows(traces, asOf)) {
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
