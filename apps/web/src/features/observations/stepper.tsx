import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import type { EntryState } from './entry-state.ts';
import { searchOf } from './filter.ts';
import { useReturn } from './open-return.ts';
import styles from './stepper.module.css';

/** On a phone, which shows one indicator at a time: which of how many it is, and buttons to its neighbours. It is part of the page's address. */
export function Stepper(props: {
  steps: readonly EntryState[];
  at: number;
  onStep: (indicator: string) => void;
  onEnd: (() => void) | undefined;
}) {
  const { steps, at, onEnd } = props;
  const { filter } = useReturn();
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const stepped = useRef(false);
  const current = steps[at]?.cell.indicator;
  useEffect(() => {
    if (stepped.current && current !== undefined) goTo(current, 'start');
  }, [current]);

  const go = (to: number) => {
    const cell = steps[to]?.cell.indicator;
    if (cell === undefined) return;
    stepped.current = true;
    props.onStep(cell);
    const search = searchOf({ ...filter, cell });
    void navigate({ to: '.', search, replace: true, resetScroll: false });
  };
  const isLast = at === steps.length - 1;
  const end = isLast ? onEnd : undefined;
  return (
    <nav className={`${styles.bar ?? ''} no-print`} aria-label={t('stepper.label')}>
      <Button disabled={at === 0} onClick={() => go(at - 1)}>
        ‹ {t('stepper.previous')}
      </Button>
      <p aria-live="polite">{t('stepper.at', { at: at + 1, total: steps.length })}</p>
      <Button look="primary" disabled={isLast && !end} onClick={end ?? (() => go(at + 1))}>
        {end ? t('stepper.end') : `${t('stepper.next')} ›`}
      </Button>
    </nav>
  );
}

/** Brings the row of an indicator in sight, with the cursor in its field. */
export function goTo(indicator: string, block: ScrollLogicalPosition): void {
  const row = document.getElementById(`cell-${indicator}`)?.closest('tr');
  row?.scrollIntoView({ block });
  row?.querySelector<HTMLElement>('[data-entry]:enabled')?.focus({ preventScroll: true });
}

/** Puts the cursor in the first value that is still to be filled in; the page stays where it is if that is in sight. */
export function goToFirstEmpty(): void {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    'tr[data-cell] [data-entry]:enabled',
  );
  const isBlank = (field: HTMLElement) =>
    [...(field.closest('td')?.querySelectorAll<HTMLInputElement>('[data-entry]') ?? [])].every(
      ({ value }) => value === '',
    );
  const first = [...fields].find(isBlank);
  first?.focus({ preventScroll: true });
  first?.scrollIntoView({ block: 'nearest' });
}
