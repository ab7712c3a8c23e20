import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import styles from './entry-grid.module.css';
import type { FieldProps } from './field-props.ts';
import { carriedSource } from './carried-source.ts';

/** Letters that the narrow column has room for. */
const ONE_LINE = 24;

/**
 * Where the value comes from. The source of last year stands there until it is confirmed, changed or deleted. Without one
 * the reporting body stands there: it is the source of every value that names no other, and needs no confirmation.
 */
export function SourceField(props: FieldProps & { cycle: number }) {
  const { entry, label, change, leave, cycle } = props;
  const { t } = useTranslation('desk');
  const carried = carriedSource(entry);
  const body = entry.cell.editable ? (entry.cell.body?.text ?? null) : null;
  const shown = carried ?? entry.draft.sourceText ?? body ?? '';
  const name = t('grid.sourceOf', { label });
  return (
    <>
      <textarea
        rows={shown.length > ONE_LINE ? 3 : 1}
        className={`${styles.input ?? ''} ${styles.source ?? ''}`}
        aria-label={
          carried === null ? name : `${name} (${t('source.carried', { year: cycle - 1 })})`
        }
        data-carried={carried === null ? undefined : ''}
        disabled={!entry.cell.editable}
        placeholder={body ?? undefined}
        value={shown}
        onChange={(event) => change({ sourceText: event.target.value })}
        onBlur={leave}
      />
      {carried !== null && (
        <span className={styles.carried}>
          {t('source.carried', { year: cycle - 1 })}{' '}
          <button
            type="button"
            className={desk.linklike}
            aria-label={`${t('source.confirm')}: ${label}`}
            onClick={() => {
              change({ sourceText: carried });
              leave();
            }}
          >
            {t('source.confirm')}
          </button>
        </span>
      )}
    </>
  );
}
