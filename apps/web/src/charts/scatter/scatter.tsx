import { lazy } from 'react';
import { ChartBox } from '../chart-box.tsx';
import type { ScatterProps } from './scatter-plot.tsx';

const ScatterPlot = lazy(async () => ({
  default: (await import('./scatter-plot.tsx')).ScatterPlot,
}));

/** Only the drawing, which needs a script; its table has the same numbers without one. */
export const ScatterBox = (props: Omit<ScatterProps, 'width' | 'height'>) => (
  <ChartBox height="tall">{(size) => <ScatterPlot {...props} {...size} />}</ChartBox>
);
