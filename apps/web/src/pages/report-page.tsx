import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { FailedToLoad } from '../desk/failed-to-load.tsx';
import { PartFailed } from '../desk/part-failed.tsx';
import desk from '../desk/desk.module.css';
import { useMe } from '../desk/session.ts';
import { DutiesDocument } from '../features/observations/duties.generated.ts';
import { DutyList, PublishedYears } from '../features/observations/duty-list.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { useFormat } from '../ui/use-format.ts';
import { PageLink } from '../ui/page-link.tsx';
import { guarded } from './guarded.tsx';

export const ReportPage = guarded('READ_WORK', Duties, 'OWN');

function Duties() {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const { data, error, refetch } = useQuery(DutiesDocument, { variables: { lang } });
  if (error && !data) return <FailedToLoad error={error} retry={refetch} />;
  if (!data) return <PageSkeleton />;
  return (
    <div className={desk.stack}>
      <h1>{me.area === null ? t('duties.all') : t('duties.mine')}</h1>
      {error && <PartFailed error={error} retry={refetch} />}
      {data.duties.length === 0 ? <p>{t('duties.none')}</p> : <DutyList duties={data.duties} />}
      {data.duties.length > 0 && (
        <p>
          <PageLink to="/$lang/import">{t('import.open')}</PageLink>
        </p>
      )}
      {me.area !== null && can(me, 'CORRECT_VALUE', { area: me.area }) === 'ALLOWED' && (
        <PublishedYears area={me.area} />
      )}
    </div>
  );
}
