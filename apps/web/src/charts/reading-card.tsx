import { useTranslation } from 'react-i18next';
import { LocalText } from '../ui/local-text.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { AreaMark } from './marker.tsx';
import { detailTexts, observedText } from './reading-text.ts';
import type { PlotProps } from './plot.types.ts';
import { readYear } from './reading.ts';
import { useChartText } from './use-chart-text.ts';
import styles from './year-chart.module.css';

/** The slider's text as it is shown: with the unit, which a screen reader would repeat at each step. */
export function ReadingCard(
  props: Pick<PlotProps, 'curves' | 'indicator' | 'asOf' | 'names'> & { year: number },
) {
  const { t } = useTranslation();
  const text = useChartText(props.indicator);
  const { kind, unitText } = props.indicator;
  const unit = kind === 'NUMERIC' ? unitText.text : null;
  return (
    <div className={styles.card} aria-hidden="true" onClick={(event) => event.stopPropagation()}>
      <div>
        <strong>{props.year}</strong>
        {unit !== null && <span className="soft">, {unit}</span>}
      </div>
      {readYear(props.curves, props.year, props.asOf).map((reading) => {
        const observed = observedText(text, reading);
        const details = detailTexts(t, text, reading);
        return (
          <div key={reading.area} className={styles.entry}>
            <AreaMark area={reading.area} />
            <span>{props.names[reading.area]}</span>
            <span className={reading.observed?.value == null ? 'soft' : styles.value}>
              {observed}
            </span>
            {reading.status !== null && (
              <span className={styles.details}>
                <StatusBadge status={reading.status} />
              </span>
            )}
            {details.length > 0 && <span className={styles.details}>{details.join(' · ')}</span>}
            {reading.observed?.note && (
              <span className={styles.note}>
                <LocalText of={reading.observed.note} />
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
