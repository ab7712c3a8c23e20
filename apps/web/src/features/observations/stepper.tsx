import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import type { EntryState } from './entry-state.ts';
import { searchOf, type Filter } from './filter.ts';
import styles from './stepper.module.css';

const root = getRouteApi('__root__');

/** On a phone one indicator at a time: which of how many, and the way to its neighbours. It stands in the address. */
export function Stepper(props: {
  area: string;
  cycle: number;
  /** A row of each indicator, in the order in which they are stepped through. */
  steps: readonly EntryState[];
  at: number;
  filter: Filter;
  onStep: (indicator: string) => void;
  /** After the last one. */
  onEnd: (() => void) | undefined;
}) {
  const { area, cycle, steps, at, filter, onEnd } = props;
  const { lang } = root.useRouteContext();
  const { t } = useTranslation('desk');
  const navigate = root.useNavigate();
  const stepped = useRef(false);
  const current = steps[at]?.cell.indicator;
  useEffect(() => {
    if (!stepped.current || current === undefined) return;
    const row = document.getElementById(`cell-${current}`);
    row?.scrollIntoView({ block: 'start' });
    row?.querySelector<HTMLElement>('[data-entry]:enabled')?.focus({ preventScroll: true });
  }, [current]);

  const go = (to: number) => {
    const cell = steps[to]?.cell.indicator;
    if (cell === undefined) return;
    stepped.current = true;
    props.onStep(cell);
    void navigate({
      to: '/$lang/report/$iso3/$cycle',
      params: { lang, iso3: area, cycle: String(cycle) },
      search: searchOf({ ...filter, cell }),
      replace: true,
      resetScroll: false,
    });
  };
  const isLast = at === steps.length - 1;
  return (
    <nav className={styles.bar} aria-label={t('stepper.label')}>
      <button type="button" className={desk.quiet} disabled={at === 0} onClick={() => go(at - 1)}>
        ‹ {t('stepper.previous')}
      </button>
      <p aria-live="polite">{t('stepper.at', { at: at + 1, total: steps.length })}</p>
      {isLast && onEnd ? (
        <button type="button" className={desk.primary} onClick={onEnd}>
          {t('stepper.end')}
        </button>
      ) : (
        <button type="button" className={desk.primary} disabled={isLast} onClick={() => go(at + 1)}>
          {t('stepper.next')} ›
        </button>
      )}
    </nav>
  );
}
