import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { useMe } from '../../desk/session.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { HandOver } from './hand-over.tsx';
import { OrganisationDialog } from './organisation-dialog.tsx';
import { OrganisationsDocument } from './organisations.generated.ts';
import { nameOf } from './use-organisations.ts';

/** The bodies that report, what they have to do, and handing it over. */
export function OrganisationList({ areas }: { areas: ReadonlyMap<string, string> }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const [open, setOpen] = useState<string>();
  const { data, error, refetch } = useQuery(OrganisationsDocument);
  const mayChange = can(me, 'MANAGE_ORGANISATIONS') === 'ALLOWED';
  if (error && !data) return <FailedToLoad error={error} retry={refetch} />;
  if (!data) return <PageSkeleton />;
  const { organisations } = data;
  return (
    <div className={admin.page}>
      <h1>{t('organisations.title')}</h1>
      {error && <PartFailed error={error} retry={refetch} />}
      <div className={admin.head}>
        <p>{t('organisations.text')}</p>
        {mayChange && (
          <button type="button" className={desk.primary} onClick={() => setOpen('new')}>
            {t('organisations.add')}
          </button>
        )}
      </div>
      <ul className={admin.list}>
        {organisations.map((one) => (
          <li key={one.id} className={admin.row}>
            <p>
              <strong>{nameOf(one, lang)}</strong>
              <br />
              <span className={admin.soft}>{one.code}</span>
            </p>
            <p>
              {one.area === null ? t('organisations.areaAny') : (areas.get(one.area) ?? one.area)}
            </p>
            <p className={admin.soft}>
              {t('organisations.users', { count: one.users })}
              <br />
              {t('organisations.assignments', { count: one.assignments })}
              {one.mailbox !== null && (
                <>
                  <br />
                  {one.mailbox}
                </>
              )}
            </p>
            {mayChange && (
              <button type="button" className={desk.quiet} onClick={() => setOpen(one.id)}>
                {t('organisations.change')}
                <span className="visually-hidden">
                  {' '}
                  {t('organisations.changeWhat', { name: nameOf(one, lang) })}
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && <HandOver organisations={organisations} />}
      {open !== undefined && (
        <OrganisationDialog
          key={open}
          organisation={organisations.find(({ id }) => id === open) ?? null}
          areas={areas}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}
