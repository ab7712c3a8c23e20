import type { ChartBenchmark, ChartIndicator } from './chart.types.ts';
import type { Trace } from './trace.ts';

/** What the drawing of a chart is given, whatever its kind. */
export interface PlotProps {
  traces: readonly Trace[];
  indicator: ChartIndicator;
  benchmarks: readonly ChartBenchmark[];
  from: number;
  to: number;
  /** The year of the release. */
  asOf: number;
  /** Names by area code. */
  names: Readonly<Record<string, string>>;
  title: string;
  description: string;
  width: number;
  height: number;
}
/** Where the years lie, px. */
export interface PlotArea {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
