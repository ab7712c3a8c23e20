import type { PlotProps } from '../plot.types.ts';
import { TimePlot } from '../time-plot.tsx';
import { stepModel } from './step.model.ts';

export function StepPlot(props: PlotProps) {
  return (
    <TimePlot {...props} model={stepModel(props.traces, props.indicator.stages?.length ?? 6)} />
  );
}
