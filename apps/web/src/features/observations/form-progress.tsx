import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';
import { DueDate } from './due-date.tsx';
import { hasErrors, needsComment, type EntryState } from './entry-state.ts';
import type { ReturnFormFragment } from './return-form.generated.ts';
import styles from './return-form.module.css';
import { useThrottled } from './use-throttled.ts';

/** How far the return is, and whether everything typed is saved: one polite live region for the whole grid. */
export function FormProgress(props: { form: ReturnFormFragment; entries: readonly EntryState[] }) {
  const { form } = props;
  const entries = props.entries.filter(({ cell }) => cell.assigned || cell.editable);
  const { t } = useTranslation('desk');
  const format = useFormat();
  const count = (test: (entry: EntryState) => boolean) => entries.filter(test).length;
  const total = entries.length;
  const owed = form.dueOn !== null;
  const filled = count(({ cell, reading }) => cell.current !== null || !reading.empty);
  const submitted = count(({ cell }) =>
    ['SUBMITTED', 'APPROVED', 'PUBLISHED'].includes(cell.state),
  );
  const returned = count(({ cell }) => cell.state === 'RETURNED');
  const errors = count(hasErrors);
  const comments = count((entry) => needsComment(entry) && entry.draft.comment.trim() === '');
  const facts = [
    ...(owed && total > 0 ? [format.percent(String((filled * 100) / total), 0)] : []),
    ...(submitted > 0 ? [t('form.submitted', { count: submitted })] : []),
    ...(returned > 0 ? [t('form.returned', { count: returned })] : []),
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

/** The one thing most in need of saying. */
function savingOf(entries: readonly EntryState[]) {
  const order = ['CONFLICT', 'FAILED', 'INVALID', 'SAVING', 'WAITING', 'SAVED'] as const;
  return order.find((state) => entries.some(({ save }) => save === state)) ?? 'UNTOUCHED';
}
