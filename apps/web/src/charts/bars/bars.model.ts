import type { ChartBenchmark, ChartIndicator } from '../chart.types.ts';
import { benchmarkLines } from '../line/line.model.ts';
import { readYear, type Reading, type ReadingRow } from '../reading.ts';
import { valueTicks } from '../scale.ts';
import type { Observed, Curve } from '../curve.ts';

export interface Bar extends Pick<Curve, 'area' | 'target' | 'baseline' | 'fan'> {
  /** The newest year with a value, even if it is hidden or off the scale; null: nothing was reported. */
  latest: Observed | null;
  /** The reading of that year, with its plan, marks and note; if nothing was reported, of the year of the release. */
  reading: Reading;
}

/** A bar for each area, from zero to its newest value of the years shown. */
export function barsModel(
  curves: readonly Curve[],
  indicator: Pick<ChartIndicator, 'max' | 'multiplier'>,
  benchmarks: readonly ChartBenchmark[],
  asOf: number,
) {
  const bars = curves.map((curve) => barOf(curve, asOf));
  const lines = benchmarkLines(benchmarks, indicator);
  const values = [0, ...bars.flatMap(numbersOf).map(Number), ...lines.map(({ value }) => value)];
  const limit = indicator.max === null ? null : Number(indicator.max);
  return { bars, ticks: valueTicks(values, limit), benchmarks: lines };
}

function barOf(curve: Curve, asOf: number): Bar {
  const latest = latestOf(curve);
  const [reading] = readYear([curve], latest?.year ?? asOf, asOf);
  if (!reading) throw new Error('A curve has a reading in every year.');
  return { ...curve, latest, reading };
}

const latestOf = ({ observed }: Curve): Observed | null =>
  observed.findLast(({ value, hidden, offScale }) => value !== null || hidden || offScale) ?? null;

const numbersOf = ({ latest, reading, target, baseline, fan }: Bar): string[] =>
  [latest?.value, reading.path?.value, target?.value, baseline?.value, fan?.low, fan?.high].filter(
    (value) => value != null,
  );

/** Exactly what the bars show, year by year, for the table and the file beside them. */
export function barRows(curves: readonly Curve[], asOf: number): ReadingRow[] {
  const drawn = curves.map((curve) => ({
    curve,
    years: [
      latestOf(curve)?.year ?? asOf,
      curve.target?.year,
      curve.baseline?.year,
      curve.fan?.year,
    ],
  }));
  const years = [...new Set(drawn.flatMap((one) => one.years))].filter((y) => y !== undefined);
  return years
    .sort((a, b) => b - a)
    .map((year) => ({
      from: year,
      to: year,
      readings: drawn
        .filter((one) => one.years.includes(year))
        .flatMap(({ curve }) => readYear([curve], year, asOf)),
    }));
}
