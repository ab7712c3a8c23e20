import { ClientOnly } from '@tanstack/react-router';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './chart.module.css';
import { useSize, type Size } from './use-size.ts';

/** A box whose height is known beforehand, so that nothing moves when the script of the drawing arrives. */
export function ChartBox(props: { height: string; children: (size: Size) => ReactNode }) {
  const { t } = useTranslation();
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const size = useSize(box);
  return (
    <div className={`${styles.box ?? ''} ${styles[props.height] ?? ''}`}>
      <noscript>
        <p className={styles.hint}>{t('chart.noscript')}</p>
      </noscript>
      <ClientOnly>
        <div ref={setBox} className={styles.plot}>
          <Suspense fallback={<p className={styles.hint}>{t('state.loading')}</p>}>
            {size !== null && props.children(size)}
          </Suspense>
        </div>
      </ClientOnly>
    </div>
  );
}
