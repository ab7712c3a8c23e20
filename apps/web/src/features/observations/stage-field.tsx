import { useTranslation } from 'react-i18next';
import { StageBar } from '../../desk/stage-bar.tsx';
import { stagePatch } from './cell-draft.ts';
import styles from './entry-grid.module.css';
import type { FieldProps } from './field-props.ts';
import law from './law.module.css';

/** The stage of an element in words. Nothing chosen: as before, not confirmed for this year. */
export function StageField({ entry, label, describedBy, change, leave }: FieldProps) {
  const { t } = useTranslation('desk');
  const { cell, draft } = entry;
  const { lastFact } = cell;
  const stages = (cell.stages ?? []).map(({ text }, stage) => `${stage} – ${text}`);
  const before = lastFact === null ? undefined : stages[lastFact.stage];
  const isLost = draft.missingReason === 'NOT_COLLECTED' && lastFact !== null;
  const held = draft.missingReason === null ? (lastFact?.stage ?? 0) : 0;
  const shown = draft.value === '' ? held : Number(draft.value);
  const nothing =
    before === undefined || draft.missingReason !== null
      ? t(isLost ? 'law.lost' : 'grid.empty')
      : t('law.before', { stage: before });
  const isUnchanged =
    lastFact !== null && draft.value === String(lastFact.stage) && draft.factDate === lastFact.date;
  return (
    <div className={law.stage}>
      <StageBar stage={shown} pale={draft.value === ''} />
      <select
        data-entry="value"
        className={styles.input}
        aria-label={label}
        aria-describedby={describedBy}
        disabled={!cell.editable}
        value={draft.value}
        onChange={(event) => change(stagePatch(cell, draft, event.target.value))}
        onBlur={leave}
      >
        <option value="">{nothing}</option>
        {stages.map((text, stage) => (
          <option key={text} value={String(stage)}>
            {text}
          </option>
        ))}
      </select>
      {isUnchanged && (
        <p className={law.unchanged}>✓ {t('law.unchanged', { date: lastFact.date })}</p>
      )}
      {!isUnchanged && draft.value !== '' && (
        <label className={law.date}>
          {t('law.date')}
          <input
            type="text"
            className={styles.input}
            aria-label={t('law.dateOf', { label })}
            aria-invalid={isWrong(entry) || undefined}
            aria-describedby={describedBy}
            autoComplete="off"
            placeholder={t('law.dateHint')}
            disabled={!cell.editable}
            value={draft.factDate}
            onChange={(event) => change({ factDate: event.target.value })}
            onBlur={leave}
          />
        </label>
      )}
    </div>
  );
}

const isWrong = ({ reading }: FieldProps['entry']): boolean =>
  [...reading.fieldProblems, ...reading.hits].some(({ code }) => code.startsWith('FACT_DATE_'));
