import type { ChartBenchmark, ChartIndicator } from '../chart.types.ts';
import { valueTicks } from '../scale.ts';
import type { Observed, Curve } from '../curve.ts';
import type { PlotProps } from '../plot.types.ts';
import type { ChartText } from '../use-chart-text.ts';

/** A position in the plot. Only to be drawn does a value become a float. */
export interface PlotPoint {
  year: number;
  value: number;
}
export interface Mark extends PlotPoint {
  open: boolean;
}
export interface FanPoint extends PlotPoint {
  low: number;
  high: number;
}
export interface Track {
  area: string;
  /** Runs of consecutive comparable years: a missing year or a break ends a run, a lone year is a run of one. */
  runs: Mark[][];
  /** The keys of the rows by which its runs are drawn: one, or two that alternate because runs meet at a break. */
  stretches: string[];
  path: PlotPoint[];
  target: PlotPoint | null;
  baseline: PlotPoint | null;
  /** The projection from the year after the latest value to the target year, never joined to the observed line. */
  fan: FanPoint[];
  breaks: number[];
  /** Years whose value is hidden, so that it has no position. */
  hidden: number[];
  /** The last mark, beside which the name is written. */
  end: Mark | null;
}
export interface PlotModel {
  ticks: number[];
  fromZero: boolean;
  tracks: Track[];
  benchmarks: { id: string; label: string; value: number }[];
}

export function lineModel(
  curves: readonly Curve[],
  indicator: Pick<ChartIndicator, 'max' | 'multiplier'>,
  benchmarks: readonly ChartBenchmark[],
): PlotModel {
  const tracks = curves.map((curve) => trackOf(curve));
  const lines = benchmarkLines(benchmarks, indicator);
  const values = [...tracks.flatMap(valuesOf), ...lines.map(({ value }) => value)];
  const ticks = valueTicks(values, indicator.max === null ? null : Number(indicator.max));
  return { ticks, fromZero: ticks[0] === 0, tracks, benchmarks: lines };
}

export function trackOf(curve: Curve): Track {
  const runs = runsOf(curve);
  return {
    area: curve.area,
    runs,
    stretches:
      runs.length === 0 ? [] : [curve.area, `${curve.area}.`].slice(0, curve.breaks.length + 1),
    path: curve.path.map(spot),
    target: curve.target && spot(curve.target),
    baseline: curve.baseline && spot(curve.baseline),
    fan: fanSpots(curve),
    breaks: curve.breaks,
    hidden: curve.observed.filter(({ hidden }) => hidden).map(({ year }) => year),
    end: runs.at(-1)?.at(-1) ?? null,
  };
}

function runsOf({ observed, breaks }: Curve): Mark[][] {
  const runs: Mark[][] = [];
  let before: number | undefined;
  for (const point of observed) {
    const mark = markOf(point);
    if (mark === null) continue;
    const run = runs.at(-1);
    if (run && before === mark.year - 1 && !breaks.includes(mark.year)) run.push(mark);
    else runs.push([mark]);
    before = mark.year;
  }
  return runs;
}

function markOf({ year, value, open }: Observed): Mark | null {
  return value === null ? null : { year, value: Number(value), open };
}

function spot({ year, value }: { year: number; value: string }): PlotPoint {
  return { year, value: Number(value) };
}

function fanSpots({ fan }: Curve): FanPoint[] {
  if (fan === null) return [];
  const start = Number(fan.latestValue);
  const span = fan.year - fan.latestYear;
  const at = (end: string, years: number) => start + ((Number(end) - start) * years) / span;
  return Array.from({ length: span }, (_, i) => ({
    year: fan.latestYear + i + 1,
    value: at(fan.central, i + 1),
    low: at(fan.low, i + 1),
    high: at(fan.high, i + 1),
  }));
}

export const benchmarkLines = (
  benchmarks: readonly ChartBenchmark[],
  indicator: Pick<ChartIndicator, 'multiplier'>,
): PlotModel['benchmarks'] =>
  benchmarks.map((benchmark) => ({
    id: benchmark.id,
    label: benchmark.label.text,
    value: inUnit(benchmark, indicator),
  }));

/** The value of a benchmark in the unit of the indicator; it is stored in the words of its source ("1 per 7,500"). */
function inUnit(
  { value, per, kind }: ChartBenchmark,
  { multiplier }: Pick<ChartIndicator, 'multiplier'>,
): number {
  if (kind === 'SHARE') return (Number(value) * 100) / Number(per ?? 100);
  return (Number(value) * Number(multiplier)) / Number(per ?? 1);
}

function valuesOf(track: Track): number[] {
  const { runs, path, target, baseline, fan } = track;
  return [
    ...[...runs.flat(), ...path, ...[target, baseline].filter((s) => s !== null)].map(
      ({ value }) => value,
    ),
    ...fan.flatMap(({ low, high }) => [low, high]),
  ];
}

/** One row for each year. A year without a value has none in its row, which ends the line; after a break the next key continues. */
export function lineRows({ tracks }: PlotModel, from: number, to: number): { year: number }[] {
  const rows: Record<string, number>[] = Array.from({ length: to - from + 1 }, () => ({}));
  for (const { runs, stretches } of tracks)
    for (const [i, run] of runs.entries())
      for (const { year, value } of run) {
        const row = rows[year - from];
        if (row) row[stretches[i % stretches.length] ?? ''] = value;
      }
  return rows.map((row, i) => ({ ...row, year: from + i }));
}

/** The text at the end of each line: name and latest value; the code instead of the name if there is little room. */
export function lineNames(
  { curves, names }: Pick<PlotProps, 'curves' | 'names'>,
  { tracks }: PlotModel,
  text: ChartText,
  open: string,
  narrow = false,
) {
  return tracks.flatMap(({ area, end }) => {
    if (end === null) return [];
    const curve = curves.find((one) => one.area === area);
    const value = curve?.observed.find(({ year }) => year === end.year)?.value;
    const words = [
      narrow ? area : (names[area] ?? area),
      ...(value == null ? [] : [text.value(value)]),
      // if there is little room, only the hollow mark says that the value is not final
      ...(end.open && !narrow ? [open] : []),
    ];
    return [{ id: area, text: words.join(' ').trim(), end }];
  });
}
