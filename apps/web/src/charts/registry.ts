import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { ChartIndicator } from './chart.types.ts';
import type { PlotProps } from './plot.types.ts';

export type ChartKind = 'line' | 'step' | 'lanes';

/** A kind without a drawing does not compile. Each is loaded when it is first shown. */
export const registry: Record<ChartKind, LazyExoticComponent<ComponentType<PlotProps>>> = {
  line: lazy(async () => ({ default: (await import('./line/line.tsx')).LinePlot })),
  step: lazy(async () => ({ default: (await import('./step/step.tsx')).StepPlot })),
  lanes: lazy(async () => ({ default: (await import('./lanes/lanes.tsx')).LanesPlot })),
};

export const kindFor: Record<ChartIndicator['kind'], ChartKind> = {
  NUMERIC: 'line',
  MILESTONE: 'step',
  BINARY: 'lanes',
};
