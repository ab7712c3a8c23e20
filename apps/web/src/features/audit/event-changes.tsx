import { useTranslation } from 'react-i18next';
import type { AuditRowFragment } from './audit.generated.ts';
import { useAuditText } from './audit-text.ts';
import styles from './audit.module.css';

type Change = AuditRowFragment['changes'][number];

/** What was before and what is after; what stayed the same is behind a click. */
export function EventChanges({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('desk');
  const changed = changes.filter(({ before, after }) => before !== after);
  const same = changes.filter(({ before, after }) => before === after);
  if (changes.length === 0) return <p className={styles.soft}>{t('audit.noChanges')}</p>;
  return (
    <div className={styles.changes}>
      <ChangeList changes={changed} />
      {same.length > 0 && (
        <details>
          <summary>{t('audit.same', { count: same.length })}</summary>
          <ChangeList changes={same} />
        </details>
      )}
    </div>
  );
}

function ChangeList({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('desk');
  const text = useAuditText();
  return (
    <dl className={styles.list}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{text.field(field)}</dt>
          <dd>
            {before !== null && before !== after && (
              <>
                <span className="visually-hidden">{t('audit.before')} </span>
                <del>{before}</del>
                <span aria-hidden="true"> → </span>
              </>
            )}
            {after === null ? (
              <em>{t('audit.removed')}</em>
            ) : (
              <>
                {before !== after && <span className="visually-hidden">{t('audit.after')} </span>}
                <span>{after}</span>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
