import { useTranslation } from 'react-i18next';
import type { AuditRowFragment } from './audit.generated.ts';
import { useAuditText } from './audit-text.ts';
import styles from './audit.module.css';

type Change = AuditRowFragment['changes'][number];

type Names = ReadonlyMap<string, string>;

/** What was before and what is after; what stayed the same is behind a click. */
export function EventChanges({ changes, names }: { changes: readonly Change[]; names: Names }) {
  const { t } = useTranslation('desk');
  const changed = changes.filter(({ before, after }) => before !== after);
  const same = changes.filter(({ before, after }) => before === after);
  if (changes.length === 0) return <p className={styles.soft}>{t('audit.noChanges')}</p>;
  return (
    <div className={styles.changes}>
      <ChangeList changes={changed} names={names} />
      {same.length > 0 && (
        <details>
          <summary>{t('audit.same', { count: same.length })}</summary>
          <ChangeList changes={same} names={names} />
        </details>
      )}
    </div>
  );
}

function ChangeList({ changes, names }: { changes: readonly Change[]; names: Names }) {
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
                <del>{names.get(before) ?? text.value(before)}</del>
                <span aria-hidden="true"> → </span>
              </>
            )}
            {after === null ? (
              <em>{t('audit.removed')}</em>
            ) : (
              <>
                {before !== after && <span className="visually-hidden">{t('audit.after')} </span>}
                <span>{names.get(after) ?? text.value(after)}</span>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
