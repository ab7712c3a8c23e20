import { useTranslation } from 'react-i18next';
import { LocalText } from '../ui/local-text.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { ChartIndicator } from './chart.types.ts';
import { AreaMark } from './marker.tsx';
import { detailTexts, observedText } from './reading-text.ts';
import type { Reading } from './reading.ts';
import { useChartText } from './use-chart-text.ts';
import styles from './year-cursor.module.css';

/** What the slider says in words, for the eye: always with the unit, which the ear would hear again at each step. */
export function ReadingCard(props: {
  year: number;
  readings: readonly Reading[];
  indicator: ChartIndicator;
  names: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  const text = useChartText(props.indicator);
  const { kind, unitText } = props.indicator;
  const unit = kind === 'NUMERIC' ? unitText.text : null;
  return (
    <div className={styles.card} aria-hidden="true">
      <div>
        <strong>{props.year}</strong>
        {unit !== null && <span className={styles.unit}>, {unit}</span>}
      </div>
      {props.readings.map((reading) => {
        const observed = observedText(text, reading);
        const details = detailTexts(t, text, reading);
        return (
          <div key={reading.area} className={styles.entry}>
            <AreaMark area={reading.area} />
            <span>{props.names[reading.area]}</span>
            <span className={reading.observed?.value == null ? styles.absent : styles.value}>
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
