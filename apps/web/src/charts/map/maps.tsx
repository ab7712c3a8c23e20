import { ClientOnly } from '@tanstack/react-router';
import { lazy, Suspense, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Groups } from '../groups/groups.tsx';
import styles from './map.module.css';

const RegionMap = lazy(async () => ({ default: (await import('./region-map.tsx')).RegionMap }));

/** The map of each country whose regions have numbers, with the numbers beside it. The map needs its script; the numbers do not. */
export function Maps({ title, ...props }: ComponentProps<typeof Groups> & { title: string }) {
  const { t } = useTranslation(['public', 'charts']);
  const { panels, names } = props;
  return panels.map((panel) => (
    <div key={panel.area} className={styles.beside}>
      <ClientOnly fallback={<div className={styles.wait} />}>
        <Suspense fallback={<div className={styles.wait} />}>
          <RegionMap
            panel={panel}
            indicator={props.indicator}
            words={props.words}
            title={t('charts:map.title', { title, country: names[panel.area], year: panel.year })}
          />
        </Suspense>
      </ClientOnly>
      <Groups {...props} panels={[panel]} />
    </div>
  ));
}
