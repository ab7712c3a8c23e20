import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import type { PointDraft } from './plan-draft.ts';
import styles from './targets.module.css';

/** A year and its value. */
export function PointFields(props: {
  yearLabel: string;
  valueLabel: string;
  point: PointDraft;
  onChange: (point: PointDraft) => void;
  onRemove?: () => void;
}) {
  const { point, onChange, onRemove } = props;
  const { t } = useTranslation('desk');
  return (
    <div className={styles.pair}>
      <label className={desk.field}>
        {props.yearLabel}
        <input
          type="text"
          inputMode="numeric"
          maxLength={4}
          className={desk.input}
          value={point.year}
          onChange={(event) => onChange({ ...point, year: event.target.value })}
        />
      </label>
      <label className={desk.field}>
        {props.valueLabel}
        <input
          type="text"
          inputMode="decimal"
          className={desk.input}
          value={point.value}
          onChange={(event) => onChange({ ...point, value: event.target.value })}
        />
      </label>
      {onRemove && (
        <button
          aria-label={`${t('plan.removePoint')}: ${props.yearLabel}`}
          type="button"
          className={desk.linklike}
          onClick={onRemove}
        >
          {t('plan.removePoint')}
        </button>
      )}
    </div>
  );
}
