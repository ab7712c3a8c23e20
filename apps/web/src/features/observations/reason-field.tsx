import { useTranslation } from 'react-i18next';
import type { MissingReason } from './cell-draft.ts';
import styles from './entry-grid.module.css';
import type { FieldProps } from './field-props.ts';

const reasons = [
  'NOT_COLLECTED',
  'NOT_SHARED',
  'NOT_APPLICABLE',
  'SUPPRESSED',
] as const satisfies MissingReason[];

/** Why there is no value. An empty cell is not a zero, and a zero is not "not applicable". */
export function ReasonField({ entry, label, change, leave }: FieldProps) {
  const { t } = useTranslation('desk');
  return (
    <select
      className={styles.input}
      aria-label={t('grid.reasonOf', { label })}
      disabled={!entry.cell.editable}
      value={entry.draft.missingReason ?? ''}
      onChange={(event) =>
        change({ missingReason: reasons.find((one) => one === event.target.value) ?? null })
      }
      onBlur={leave}
    >
      <option value="">{t('grid.noReason')}</option>
      {reasons.map((reason) => (
        <option key={reason} value={reason}>
          {t(`missing.${reason}`)}
        </option>
      ))}
    </select>
  );
}
