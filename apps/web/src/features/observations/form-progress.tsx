import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';
import { isAsked } from './asked-cells.tsx';
import { byIndicator, countIndicators, statesOf } from './by-indicator.ts';
import { DueDate } from './due-date.tsx';
import { hasErrors, lacksComment, type EntryState } from './entry-state.ts';
import type { ReturnFormFragment } from './return-form.generated.ts';
import styles from './return-form.module.css';
import { useThrottled } from './use-throttled.ts';

/** How far the return is, in indicators as the reporter's home and the reminders count them, and whether everything typed is saved: one polite live region for the whole grid. */
export function FormProgress(props: { form: ReturnFormFragment; entries: readonly EntryState[] }) {
  const { form } = props;
  const entries = props.entries.filter(({ cell }) => cell.assigned || cell.editable);
  const { t } = useTranslation('desk');
  const format = useFormat();
  const owed = form.dueOn !== null;
  // what is only corrected was not asked for: as on the home page, it is not counted
  const wholes = byIndicator(entries).wholes.filter(({ cell }) => cell.assigned || !owed);
  const total = countIndicators(wholes);
  const filled = total - countIndicators(wholes, (entry) => !isFilled(entry));
  const empty = entries.filter((entry) => !isFilled(entry)).length;
  const states = statesOf(wholes);
  const inState = (...wanted: EntryState['cell']['state'][]) =>
    states.filter((state) => wanted.includes(state)).length;
  const submitted = inState('SUBMITTED');
  const approved = inState('APPROVED', 'PUBLISHED');
  const returned = countIndicators(entries, isAsked.returned);
  const asked = countIndicators(entries, isAsked.asked);
  const errors = countIndicators(entries, hasErrors);
  const comments = countIndicators(entries, lacksComment);
  const facts = [
    ...(owed && total > 0 ? [format.percent(String((filled * 100) / total), 0)] : []),
    // said once nothing else is missing, so that "50 of 50" hides nothing
    ...(owed && filled === total && empty > 0 ? [t('form.emptyParts', { count: empty })] : []),
    ...(submitted > 0 ? [t('form.submitted', { count: submitted })] : []),
    ...(approved > 0 ? [t('form.approved', { count: approved })] : []),
    ...(returned > 0 ? [t('form.returned', { count: returned })] : []),
    ...(asked > 0 ? [t('form.asked', { count: asked })] : []),
    ...(errors > 0 ? [t('form.errors', { count: errors })] : []),
    ...(comments > 0 ? [t('form.comments', { count: comments })] : []),
  ];
  const saving = useThrottled(t(`form.saving.${savingOf(entries)}`), 2000);
  return (
    <>
      {form.dueOn !== null && form.daysLeft !== null && (
        <DueDate dueOn={form.dueOn} daysLeft={form.daysLeft} />
      )}
      <div className={styles.progress}>
        {owed && <progress max={total} value={filled} aria-label={t('form.filledLabel')} />}
        {(owed || facts.length > 0) && (
          <p>
            {owed && (
              <strong>{t('form.filled', { filled: format.number(String(filled)), total })}</strong>
            )}
            {owed && facts.length > 0 && ' · '}
            {facts.join(' · ')}
          </p>
        )}
        <p role="status" aria-live="polite" className={styles.saving}>
          {saving}
        </p>
      </div>
    </>
  );
}

const isFilled = ({ cell, reading }: EntryState): boolean =>
  cell.current !== null || !reading.empty;

/** The one thing most in need of saying. */
function savingOf(entries: readonly EntryState[]) {
  const order = ['CONFLICT', 'FAILED', 'INVALID', 'SAVING', 'WAITING', 'SAVED'] as const;
  return order.find((state) => entries.some(({ save }) => save === state)) ?? 'UNTOUCHED';
}
