import type { Status } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../ui/status-badge.tsx';
import type { Ask } from '../chart-table.tsx';
import { AreaMark } from '../marker.tsx';
import type { PlotProps } from '../plot.types.ts';
import { DatedValue } from '../stretched.tsx';
import { useChartText } from '../use-chart-text.ts';
import styles from './multiples.module.css';
import { multiplesModel, type Scale } from './multiples.model.ts';
import { PanelPlot } from './panel-plot.tsx';

export interface ScoredStatus {
  status: Status;
  scored: boolean;
}

/** A small drawing per country, side by side, with its latest value and target written out. Drawn on the server: it needs no script. */
export function Multiples(
  props: Pick<PlotProps, 'curves' | 'indicator' | 'names' | 'from' | 'to' | 'asOf' | 'steps'> & {
    statuses: (area: string) => ScoredStatus;
    own: boolean;
    /** A scale shared with other charts on the page. */
    scale?: Scale | undefined;
    /** Where years are counted from a start of their own: how one is written. */
    yearText?: ((year: number) => string) | undefined;
    ask: Ask;
  },
) {
  const { t } = useTranslation();
  const text = useChartText(props.indicator);
  const { curves, indicator, names, from, to, asOf, own } = props;
  const { scale, steps = false, yearText = String } = props;
  const panels = multiplesModel(curves, indicator, { from, to, asOf, own, scale });
  return (
    <ul className={styles.panels}>
      {curves.map((curve, i) => {
        const panel = panels[i];
        const { area, target } = curve;
        const latest = curve.observed.findLast(({ value, hidden }) => value !== null || hidden);
        const { status, scored } = props.statuses(area);
        const sentence = text.valueOrReason(latest ?? curve.observed.at(-1) ?? null);
        return (
          <li key={area} className={styles.panel}>
            <div className={styles.head}>
              <span className="strong">
                <AreaMark area={area} /> <span data-drawn="">{names[area]}</span>
              </span>
              {scored && <StatusBadge status={status} known={latest !== undefined} />}
            </div>
            <p className={styles.value}>
              {latest === undefined ? (
                <span className={styles.soft} data-drawn="">
                  {sentence}
                </span>
              ) : (
                props.ask(
                  area,
                  latest.year,
                  <DatedValue point={latest} text={text} year={latest.year + (curve.since ?? 0)} />,
                )
              )}
            </p>
            {panel && (
              <PanelPlot
                panel={panel}
                from={from}
                to={to}
                asOf={asOf - (curve.since ?? 0)}
                steps={steps}
                title={`${names[area] ?? area}: ${sentence}`}
              />
            )}
            <p className={styles.axis}>
              <span data-drawn="">{yearText(from)}</span>
              {latest && (own || scale !== undefined) && indicator.kind === 'NUMERIC' && panel && (
                <span data-drawn="">
                  {text.rounded(String(panel.low), 0)} – {text.computed(String(panel.high))}
                </span>
              )}
              <span data-drawn="">{yearText(to)}</span>
            </p>
            {target !== null && (
              <p className={styles.soft}>
                <span data-drawn="">
                  {t(curve.reference ? 'multiples.reference' : 'multiples.target', {
                    value: text.planned(target.value),
                    year: target.year + (curve.since ?? 0),
                  })}
                </span>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
