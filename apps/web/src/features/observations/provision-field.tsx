import { useTranslation } from 'react-i18next';
import styles from './entry-grid.module.css';
import type { FieldProps } from './field-props.ts';
import law from './law.module.css';

/** The proof of a stage: the article or decree, and whether only the press reports it. */
export function ProvisionField({ entry, label, change, leave }: FieldProps) {
  const { t } = useTranslation('desk');
  const { cell, draft } = entry;
  const isEmpty = draft.value === '';
  const shown = isEmpty ? cell.lastFact?.provision : draft.provision;
  const isMedia = (isEmpty ? cell.lastFact?.basis : draft.basis) === 'MEDIA';
  if (isEmpty && (draft.missingReason !== null || cell.lastFact === null)) return null;
  return (
    <>
      <textarea
        rows={2}
        className={`${styles.input ?? ''} ${styles.source ?? ''}`}
        aria-label={t('law.provisionOf', { label })}
        data-carried={isEmpty && shown ? '' : undefined}
        disabled={!cell.editable || isEmpty}
        placeholder={t('law.provision')}
        value={shown ?? ''}
        onChange={(event) => change({ provision: event.target.value })}
        onBlur={leave}
      />
      <label className={law.press}>
        <input
          type="checkbox"
          aria-label={t('law.pressOf', { label })}
          disabled={!cell.editable || isEmpty}
          checked={isMedia}
          onChange={(event) => {
            change({ basis: event.target.checked ? 'MEDIA' : 'OFFICIAL' });
            leave();
          }}
        />
        {t('law.press')}
      </label>
    </>
  );
}
