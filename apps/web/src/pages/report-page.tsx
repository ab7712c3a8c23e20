import { skipToken, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { AsOf } from '../desk/as-of.tsx';
import { FailedToLoad } from '../desk/failed-to-load.tsx';
import { useKeptPage } from '../desk/kept-page.ts';
import { useLastRead } from '../desk/last-reads.ts';
import { PartFailed } from '../desk/part-failed.tsx';
import { Desk } from '../desk/desk-head.tsx';
import { useMe, useSession } from '../desk/session.ts';
import { DutiesDocument, type DutiesQuery } from '../features/observations/duties.generated.ts';
import { DutyList, PublishedYears } from '../features/observations/duty-list.tsx';
import { PreparedReturns } from '../features/observations/prepared-returns.tsx';
import { PreparedReturnsDocument } from '../features/observations/signatures.generated.ts';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { useFormat } from '../ui/use-format.ts';
import { PageLink } from '../ui/page-link.tsx';
import { guarded } from './guarded.tsx';

export const ReportPage = guarded('READ_WORK', Duties, 'OWN');

function Duties() {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const { offline } = useSession();
  const {
    data: answer,
    error,
    refetch,
  } = useQuery(DutiesDocument, offline ? skipToken : { variables: { lang } });
  const last = useLastRead<DutiesQuery>(me.id, 'duties', answer);
  const data = answer ?? last?.of;
  useKeptPage(lang, answer !== undefined && me.role === 'REPORTER');
  if (error && !data) return <FailedToLoad error={error} retry={refetch} />;
  if (offline && last === null) return <FailedToLoad retry={() => window.location.reload()} />;
  if (!data) return <PageSkeleton />;
  return (
    <Desk
      title={me.area === null ? t('duties.all') : t('duties.mine')}
      action={
        <>
          <PageLink to="/$lang/calendar" className="quiet-button" preload={false}>
            {t('calendar.title')}
          </PageLink>
          {data.duties.length > 0 && (
            <PageLink to="/$lang/import" className="quiet-button">
              {t('import.open')}
            </PageLink>
          )}
        </>
      }
    >
      {error && <PartFailed error={error} retry={refetch} />}
      {!answer && last && <AsOf at={last.at} />}
      {!offline && <Prepared />}
      {data.duties.length === 0 ? <p>{t('duties.none')}</p> : <DutyList duties={data.duties} />}
      {!offline &&
        me.area !== null &&
        can(me, 'CORRECT_VALUE', { area: me.area }) === 'ALLOWED' && (
          <PublishedYears area={me.area} />
        )}
    </Desk>
  );
}

/** Returns that wait for a second signature come first, as somebody else has already done their part. */
function Prepared() {
  const { lang } = useFormat();
  const { data, error, refetch } = useQuery(PreparedReturnsDocument, {
    variables: { lang },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <PartFailed error={error} retry={refetch} />;
  return <PreparedReturns requests={data?.preparedReturns ?? []} />;
}
