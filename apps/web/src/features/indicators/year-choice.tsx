import { FIRST_YEAR, isYear, LAST_YEAR } from '@qadam/domain';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useYears } from './use-years.ts';
import type { Change, IndicatorView } from './view.ts';
import styles from './controls.module.css';

/** Two numbers and Enter, as an alternative to dragging the axis. */
export function YearChoice({ view, change }: { view: IndicatorView; change: Change }) {
  const { t } = useTranslation();
  const [years, choose] = useYears(view, change);
  const [typed, setTyped] = useState<{ from?: string; to?: string }>({});
  const apply = (event: SyntheticEvent) => {
    event.preventDefault();
    const next = { from: Number(typed.from ?? years.from), to: Number(typed.to ?? years.to) };
    setTyped({});
    if (isYear(next.from) && isYear(next.to)) choose(next);
  };
  return (
    <form className={styles.years} onSubmit={apply} aria-label={t('chart.years')}>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className={styles.year}>
          {t(`chart.${end}`)}
          <input
            type="number"
            inputMode="numeric"
            min={FIRST_YEAR}
            max={LAST_YEAR}
            value={typed[end] ?? years[end]}
            onChange={(event) => setTyped({ ...typed, [end]: event.currentTarget.value })}
            onBlur={apply}
          />
        </label>
      ))}
      <button type="submit" className="visually-hidden">
        {t('chart.apply')}
      </button>
    </form>
  );
}
