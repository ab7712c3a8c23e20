import type { ChartBenchmark, ChartIndicator } from './chart.types.ts';
import type { Curve } from './curve.ts';

/** The props of every drawing of a chart, whatever its kind. */
export interface PlotProps {
  curves: readonly Curve[];
  indicator: ChartIndicator;
  /** Draws steps instead of lines, for a yes/no question, whose answer holds until the next report. */
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
  /** The series that stands out now, because it was chosen or a pointer is on it; the others are dimmed. */
  focus: string | null;
  /** `passing`: only while a pointer or the focus is on it. */
  onFocus: (area: string | null, passing?: boolean) => void;
}
