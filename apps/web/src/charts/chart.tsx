import { ClientOnly } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlotProps } from './plot.types.ts';
import { kindFor, registry } from './registry.ts';
import { useSize } from './use-size.ts';
import styles from './chart.module.css';

export type ChartProps = Omit<PlotProps, 'width' | 'height'>;

/** The drawing, in a box whose height is known beforehand: nothing jumps when the script arrives. */
export function Chart(props: ChartProps) {
  const { t } = useTranslation();
  const kind = kindFor[props.indicator.kind];
  const height = kind === 'lanes' ? `lanes${Math.min(4, props.traces.length)}` : 'tall';
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
  const Plot = registry[kindFor[props.indicator.kind]];
  return (
    <div ref={setBox} className={styles.plot}>
      {size !== null && <Plot {...props} {...size} />}
    </div>
  );
}
