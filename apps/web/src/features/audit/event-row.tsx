import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWhen } from '../../desk/use-when.ts';
import { useFormat } from '../../ui/use-format.ts';
import type { AuditRowFragment } from './audit.generated.ts';
import { useAuditText } from './audit-text.ts';
import styles from './audit.module.css';

type Change = AuditRowFragment['changes'][number];

type Names = ReadonlyMap<string, string>;

/** What was before and what is after; what stayed the same is behind a click. */
function EventChanges({ changes, names }: { changes: readonly Change[]; names: Names }) {
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

/** One event: operation, person, time, subject and difference. */
export function EventRow(props: { event: AuditRowFragment; names: ReadonlyMap<string, string> }) {
  const { number, at, actor, role, operation, subject, subjectName, area, changes } = props.event;
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const text = useAuditText();
  const when = useWhen();
  return (
    <li className={styles.event}>
      <div>
        <h2>{text.operation(operation)}</h2>
        <p>
          {actor?.name ?? t('audit.system')}
          {role !== null && ` · ${t(`role.${role}`)}`}
        </p>
        <p className={styles.soft}>
          <time dateTime={at}>{when(at)}</time> · {t('audit.event', { number })}
        </p>
      </div>
      <div className={styles.what}>
        <p className={styles.soft}>
          {area !== null && `${props.names.get(area) ?? area} · `}
          <Link
            to="/$lang/admin/audit"
            params={{ lang }}
            search={{ subject }}
            preload={false}
            title={t('audit.about', { subject })}
          >
            {subjectName ?? subject}
          </Link>
        </p>
        <EventChanges changes={changes} names={props.names} />
      </div>
    </li>
  );
}
