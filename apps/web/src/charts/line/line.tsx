import type { PlotProps } from '../plot.types.ts';
import { TimePlot } from '../time-plot.tsx';
import { lineModel } from './line.model.ts';

export function LinePlot(props: PlotProps) {
  return <TimePlot {...props} model={lineModel(props.traces, props.indicator, props.benchmarks)} />;
}
