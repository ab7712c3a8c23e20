import type { ChartBenchmark, ChartIndicator } from './chart.types.ts';
import type { Curve } from './curve.ts';

/** What the drawing of a chart is given, whatever its kind. */
export interface PlotProps {
  curves: readonly Curve[];
  indicator: ChartIndicator;
  /** A yes or no on its way to the target holds until the next report. */
  steps?: boolean;
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
  /** The series chosen to stand out. */
  kept: string | null;
  /** The one that does now, chosen or passed over; the others are dimmed. */
  focus: string | null;
  /** `passing`: only while a pointer is on it. */
  onFocus: (area: string | null, passing?: boolean) => void;
}
