import { Progress } from '@mantine/core';
import { useThrottledValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';
import { DueDate } from './duty-list.tsx';
import { waitsForValue, type EntryState } from './entry-state.ts';
import { emptyInLargeTables } from './large-tables.ts';
import { useEntries, useReturn } from './open-return.ts';
import styles from './return-form.module.css';
import { byIndicator, countIndicators, statesOf } from './rows.ts';

/** How far the return is, in indicators as the reporter's home and the reminders count them, and whether everything typed is saved: one polite live region for the whole grid. */
export function FormProgress() {
  const { form } = useReturn();
  const all = useEntries();
  const entries = all.filter(({ cell }) => cell.assigned || cell.editable);
  const { t } = useTranslation('desk');
  const format = useFormat();
  const owed = form.dueOn !== null;
  // an indicator that is only being corrected was not asked for, so it is not counted, as on the home page
  const wholes = byIndicator(entries).wholes.filter(({ cell }) => cell.assigned || !owed);
  const total = countIndicators(wholes);
  const filled = total - countIndicators(wholes, (entry) => !isFilled(entry));
  const empty = entries.filter((entry) => !isFilled(entry)).length + emptyInLargeTables(form);
  const states = statesOf(wholes);
  // returned, asked and corrected values are missing here: the filters below show their numbers
  const counts = {
    // shown only once nothing else is missing, so that "50 of 50" does not hide blank parts
    emptyParts: owed && filled === total ? empty : 0,
    submitted: states.filter((state) => state === 'SUBMITTED').length,
    approved: states.filter((state) => state === 'APPROVED' || state === 'PUBLISHED').length,
  };
  const names = Object.keys(counts) as (keyof typeof counts)[];
  const facts = names
    .filter((name) => counts[name] > 0)
    .map((name) => t(`form.${name}`, { count: counts[name] }));
  // changed at most every two seconds, so that a screen reader can finish a sentence
  const saving = useThrottledValue(savingOf(entries), 2000);
  return (
    <>
      {form.dueOn !== null && form.daysLeft !== null && (
        <DueDate dueOn={form.dueOn} daysLeft={form.daysLeft} />
      )}
      {owed && (
        <Progress.Root className={styles.progress} size="md">
          <Progress.Section
            value={total === 0 ? 0 : (filled * 100) / total}
            aria-label={t('form.filledLabel')}
            color="var(--good-fill)"
          />
        </Progress.Root>
      )}
      {(owed || facts.length > 0) && (
        <p>
          {owed && (
            <strong>{t('form.filled', { filled: format.number(String(filled)), total })}</strong>
          )}
          {owed && facts.length > 0 && ' · '}
          {facts.join(' · ')}
        </p>
      )}
      <p role="status" aria-live="polite" className={styles.saving} data-saving={saving}>
        {t(`form.saving.${saving}`)}
      </p>
    </>
  );
}

const isFilled = ({ cell, reading }: EntryState): boolean =>
  cell.current !== null || !reading.empty;

function savingOf(entries: readonly EntryState[]) {
  const unsaved = ['CONFLICT', 'FAILED', 'INVALID', 'SAVING', 'WAITING'] as const;
  const found = unsaved.find((state) => entries.some(({ save }) => save === state));
  if (found !== undefined) return found;
  if (entries.some(waitsForValue)) return 'KEPT';
  return entries.some(({ save }) => save === 'SAVED') ? 'SAVED' : 'UNTOUCHED';
}
