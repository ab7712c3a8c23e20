import { DataList, SimpleGrid } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWhen } from '../../desk/use-when.ts';
import { useFormat } from '../../ui/use-format.ts';
import { isIdentifier, useAuditText } from './audit-text.ts';
import type { AuditRowFragment } from './audit.generated.ts';
import styles from './audit.module.css';

type Changes = AuditRowFragment['changes'];
/** Names of countries by code and of organisations by id. */
export type Names = ReadonlyMap<string, string>;

/** One event: operation, person, time, subject and difference. */
export function EventRow({ event, names }: { event: AuditRowFragment; names: Names }) {
  const { number, at, actor, role, operation, subject, subjectName, area, changes } = event;
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const text = useAuditText();
  const when = useWhen();
  const same = changes.filter(({ before, after }) => before === after);
  const other = changes.filter((one) => !same.includes(one));
  const ids = other.filter((one) => isIdentifier(one, names));
  return (
    <SimpleGrid component="li" cols={{ base: 1, sm: 2 }} className={styles.event}>
      <div>
        <h2>{text.operation(operation)}</h2>
        <p>
          {actor?.name ?? t('audit.system')}
          {role !== null && ` · ${t(`role.${role}`)}`}
        </p>
        <p className="note">
          <time dateTime={at}>{when(at)}</time> · {t('audit.event', { number })}
        </p>
      </div>
      <div>
        <p className="note">
          {area !== null && `${names.get(area) ?? area} · `}
          <Link
            to="/$lang/admin/audit"
            params={{ lang }}
            search={{ subject }}
            activeOptions={{ exact: true }}
            preload={false}
            title={t('audit.about', { subject })}
          >
            {subjectName ?? subject}
          </Link>
        </p>
        {changes.length === 0 && <p className="note">{t('audit.noChanges')}</p>}
        <ChangeList changes={other.filter((one) => !ids.includes(one))} names={names} />
        {ids.length > 0 && (
          <details>
            <summary className="note">{t('audit.identifiers')}</summary>
            <ChangeList changes={ids} names={names} />
          </details>
        )}
        {same.length > 0 && (
          <details>
            <summary className="note">{t('audit.same', { count: same.length })}</summary>
            <ChangeList changes={same} names={names} />
          </details>
        )}
      </div>
    </SimpleGrid>
  );
}

/** The values before and after; what stayed the same is shown once. */
function ChangeList({ changes, names }: { changes: Changes; names: Names }) {
  const { t } = useTranslation('desk');
  const text = useAuditText();
  if (changes.length === 0) return null;
  return (
    <DataList gap="xs" size="md">
      {changes.map(({ field, before, after }) => (
        <DataList.Item key={field}>
          <DataList.ItemLabel>{text.field(field)}</DataList.ItemLabel>
          <DataList.ItemValue>
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
          </DataList.ItemValue>
        </DataList.Item>
      ))}
    </DataList>
  );
}
