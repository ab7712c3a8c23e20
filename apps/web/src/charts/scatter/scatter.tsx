import { ClientOnly } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../chart.module.css';
import { useSize } from '../use-size.ts';
import type { ScatterProps } from './scatter-plot.tsx';

const ScatterPlot = lazy(async () => ({
  default: (await import('./scatter-plot.tsx')).ScatterPlot,
}));

/** The drawing, in a box whose height is known beforehand. Its table holds the same numbers without a script. */
export function ScatterBox(props: Omit<ScatterProps, 'width' | 'height'>) {
  const { t } = useTranslation();
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const size = useSize(box);
  return (
    <div className={`${styles.box ?? ''} ${styles.tall ?? ''}`}>
      <noscript>
        <p className={styles.hint}>{t('chart.noscript')}</p>
      </noscript>
      <ClientOnly>
        <div ref={setBox} className={styles.plot}>
          <Suspense fallback={<p className={styles.hint}>{t('state.loading')}</p>}>
            {size !== null && <ScatterPlot {...props} {...size} />}
          </Suspense>
        </div>
      </ClientOnly>
    </div>
  );
}
