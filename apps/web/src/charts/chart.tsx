import { ClientOnly } from '@tanstack/react-router';
import { type ComponentType, lazy, type LazyExoticComponent, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlotProps } from './plot.types.ts';
import { useSize } from './use-size.ts';
import styles from './chart.module.css';
import type { ChartIndicator } from './chart.types.ts';

type ChartKind = 'line' | 'lanes';

/** A kind without a drawing does not compile. Each is loaded when it is first shown. */
const registry: Record<ChartKind, LazyExoticComponent<ComponentType<PlotProps>>> = {
  line: lazy(async () => ({ default: (await import('./line/line.tsx')).LinePlot })),
  lanes: lazy(async () => ({ default: (await import('./lanes/lanes.tsx')).LanesPlot })),
};

const kindFor: Record<ChartIndicator['kind'], ChartKind> = {
  NUMERIC: 'line',
  BINARY: 'lanes',
};

export type ChartProps = Omit<PlotProps, 'width' | 'height' | 'kept' | 'focus' | 'onFocus'> & {
  /** The series chosen in the address. */
  focus?: string | null;
  /** Absent where nothing is written to the address: the choice then lasts as long as the page. */
  onFocus?: (area: string | null) => void;
};

/** The drawing, in a box whose height is known beforehand: nothing jumps when the script arrives. */
export function Chart(props: ChartProps) {
  const { t } = useTranslation();
  const kind = kindFor[props.indicator.kind];
  const height = kind === 'lanes' ? `lanes${Math.min(4, props.curves.length)}` : 'tall';
  return (
    <div className={`${styles.box ?? ''} ${styles[height] ?? ''}`}>
      <noscript>
        <p className={styles.hint}>{t('chart.noscript')}</p>
      </noscript>
      <ClientOnly>
        <Suspense fallback={<p className={styles.hint}>{t('state.loading')}</p>}>
          <Sized {...props} />
        </Suspense>
      </ClientOnly>
    </div>
  );
}

function Sized(props: ChartProps) {
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const size = useSize(box);
  const { focus: chosen = null, onFocus, ...rest } = props;
  const [kept, setKept] = useState(chosen);
  const [passing, setPassing] = useState<string | null>(null);
  const now = onFocus ? chosen : kept;
  const focusOn: PlotProps['onFocus'] = (area, isPassing = false) => {
    setPassing(isPassing ? area : null);
    if (!isPassing) (onFocus ?? setKept)(area);
  };
  const Plot = registry[kindFor[props.indicator.kind]];
  return (
    <div ref={setBox} className={styles.plot}>
      {size !== null && (
        <Plot {...rest} {...size} kept={now} focus={passing ?? now} onFocus={focusOn} />
      )}
    </div>
  );
}
