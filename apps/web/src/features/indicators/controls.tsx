import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Layer } from '../../charts/chart.types.ts';
import { AreaMark } from '../../charts/marker.tsx';
import type { Names } from './indicator-data.ts';
import type { Change, IndicatorView, Years } from './view.ts';
import { YearChoice } from './year-choice.tsx';
import styles from './controls.module.css';

interface Props {
  view: IndicatorView;
  /** All areas that can be chosen. */
  areas: readonly string[];
  names: Names;
  /** Layers that this indicator has. */
  layers: readonly Layer[];
  /** The years of which anything is known or planned. */
  whole: Years;
  change: Change;
  /** How it is drawn, which needs no script. */
  children: ReactNode;
}

/** What the chart shows: kind of drawing, countries, layers, years. Every choice is in the address. Folded on a phone, where the chart comes first. */
export function Controls({ view, areas, names, layers, whole, change, children }: Props) {
  const { t } = useTranslation();
  const toggleArea = (area: string) => {
    const chosen = areas.filter((code) => (code === area) !== view.areas.includes(code));
    // a chart of nothing helps nobody: without the last country all come back
    void change({ ...view, areas: chosen.length === 0 ? [...areas] : chosen });
  };
  const toggleLayer = (layer: Layer) =>
    void change({
      ...view,
      layers: new Set(layers.filter((one) => (one === layer) !== view.layers.has(one))),
    });
  return (
    <details className={styles.controls}>
      <summary>{t('chart.more')}</summary>
      {children}
      {areas.length > 1 && (
        <fieldset className={styles.group}>
          <legend>{t('chart.countries')}</legend>
          {areas.map((area) => (
            <label key={area} className={styles.choice}>
              <input
                type="checkbox"
                checked={view.areas.includes(area)}
                onChange={() => toggleArea(area)}
              />
              <AreaMark area={area} />
              {names[area]}
            </label>
          ))}
        </fieldset>
      )}
      {layers.length > 0 && (
        <fieldset className={styles.group}>
          <legend>{t('chart.show')}</legend>
          {layers.map((layer) => (
            <label key={layer} className={styles.choice}>
              <input
                type="checkbox"
                checked={view.layers.has(layer)}
                onChange={() => toggleLayer(layer)}
              />
              <LayerMark layer={layer} />
              {t(`chart.layer.${layer}`)}
            </label>
          ))}
        </fieldset>
      )}
      <YearChoice view={view} whole={whole} change={change} />
    </details>
  );
}

const strokes: Record<
  Exclude<Layer, 'base'>,
  { strokeDasharray: string; strokeWidth: number; strokeLinecap?: 'round' }
> = {
  target: { strokeDasharray: '6 4', strokeWidth: 1.5 },
  proj: { strokeDasharray: '0.1 5', strokeWidth: 2.5, strokeLinecap: 'round' },
  bench: { strokeDasharray: '10 3 2 3', strokeWidth: 1.5 },
};

function LayerMark({ layer }: { layer: Layer }) {
  return (
    <svg
      width="26"
      height="14"
      viewBox="0 0 26 14"
      aria-hidden="true"
      focusable="false"
      stroke="var(--ink)"
      fill="none"
    >
      {layer === 'base' ? (
        <circle cx="13" cy="7" r="5.5" strokeWidth="1.5" />
      ) : (
        <path d="M1 7H25" {...strokes[layer]} />
      )}
    </svg>
  );
}
