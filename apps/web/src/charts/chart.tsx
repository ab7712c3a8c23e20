import { lazy, useState, type ComponentType } from 'react';
import { ChartBox } from './chart-box.tsx';
import type { ChartIndicator } from './chart.types.ts';
import type { PlotProps } from './plot.types.ts';

/** The drawing of each kind, loaded when it is first shown. A kind without a drawing does not compile. */
const plots: Record<ChartIndicator['kind'], ComponentType<PlotProps>> = {
  NUMERIC: lazy(async () => ({ default: (await import('./line/line.tsx')).LinePlot })),
  BINARY: lazy(async () => ({ default: (await import('./lanes/lanes.tsx')).LanesPlot })),
};

export type ChartProps = Omit<PlotProps, 'width' | 'height' | 'kept' | 'focus' | 'onFocus'> & {
  /** The series chosen in the address. */
  focus?: string | null;
  /** Absent if the choice is not written to the address: then it lasts as long as the page is open. */
  onFocus?: (area: string | null) => void;
};

export function Chart({ focus: chosen = null, onFocus, ...props }: ChartProps) {
  const [kept, setKept] = useState(chosen);
  const [passing, setPassing] = useState<string | null>(null);
  const now = onFocus ? chosen : kept;
  const focusOn: PlotProps['onFocus'] = (area, isPassing = false) => {
    setPassing(isPassing ? area : null);
    if (!isPassing) (onFocus ?? setKept)(area);
  };
  const { kind } = props.indicator;
  const Plot = plots[kind];
  return (
    <ChartBox height={kind === 'BINARY' ? `lanes${Math.min(4, props.curves.length)}` : 'tall'}>
      {(size) => <Plot {...props} {...size} kept={now} focus={passing ?? now} onFocus={focusOn} />}
    </ChartBox>
  );
}
