import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWhen } from '../../desk/use-when.ts';
import { useFormat } from '../../ui/use-format.ts';
import type { AuditRowFragment } from './audit.generated.ts';
import { useAuditText } from './audit-text.ts';
import styles from './audit.module.css';
import { EventChanges } from './event-changes.tsx';

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
