import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { ChartIndicator } from './chart.types.ts';
import type { PlotProps } from './plot.types.ts';

export type ChartKind = 'line' | 'lanes';

/** A kind without a drawing does not compile. Each is loaded when it is first shown. */
export const registry: Record<ChartKind, LazyExoticComponent<ComponentType<PlotProps>>> = {
  line: lazy(async () => ({ default: (await import('./line/line.tsx')).LinePlot })),
  lanes: lazy(async () => ({ default: (await import('./lanes/lanes.tsx')).LanesPlot })),
};

export const kindFor: Record<ChartIndicator['kind'], ChartKind> = {
  NUMERIC: 'line',
  BINARY: 'lanes',
};
