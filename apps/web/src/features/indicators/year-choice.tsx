import { FIRST_YEAR, isYear, LAST_YEAR } from '@qadam/domain';
import { startTransition, useOptimistic, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change, IndicatorView, Years } from './view.ts';
import { YearRange } from './year-range.tsx';
import styles from './controls.module.css';

/** Typed as two numbers and Enter, or dragged. What is chosen shows here at once; the chart follows. */
export function YearChoice(props: { view: IndicatorView; whole: Years; change: Change }) {
  const { t } = useTranslation();
  const { view, whole, change } = props;
  const [years, show] = useOptimistic<Years>(view);
  const [typed, setTyped] = useState<{ from?: string; to?: string }>({});
  const choose = (next: Years, passing = false) => {
    if (next.from >= next.to || (next.from === years.from && next.to === years.to)) return;
    startTransition(async () => {
      show(next);
      await change({ ...view, ...next }, passing);
    });
  };
  const apply = (event: SyntheticEvent) => {
    event.preventDefault();
    const next = { from: Number(typed.from ?? years.from), to: Number(typed.to ?? years.to) };
    setTyped({});
    if (isYear(next.from) && isYear(next.to)) choose(next);
  };
  return (
    <form className={styles.group} onSubmit={apply} aria-label={t('chart.years')}>
      <span className={styles.legend} aria-hidden="true">
        {t('chart.years')}
      </span>
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
      <YearRange years={years} whole={whole} choose={choose} />
    </form>
  );
}
