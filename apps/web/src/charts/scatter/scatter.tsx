import { lazy } from 'react';
import { ChartBox } from '../chart-box.tsx';
import type { ScatterProps } from './scatter-plot.tsx';

const ScatterPlot = lazy(async () => ({
  default: (await import('./scatter-plot.tsx')).ScatterPlot,
}));

/** The drawing alone: its table holds the same numbers without a script. */
export const ScatterBox = (props: Omit<ScatterProps, 'width' | 'height'>) => (
  <ChartBox height="tall">{(size) => <ScatterPlot {...props} {...size} />}</ChartBox>
);
