import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionMap } from '../features/scorecard/action-map.tsx';
import { Filters } from '../features/scorecard/filters.tsx';
import { rowsOf } from '../features/scorecard/rows-of.ts';
import { Scorecard } from '../features/scorecard/scorecard.tsx';
import { ScorecardBar } from '../features/scorecard/scorecard-bar.tsx';
import { Legend } from '../ui/legend.tsx';
import { Message } from '../ui/message.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ReleaseLine } from '../ui/release-line.tsx';
import styles from './overview-page.module.css';

const route = getRouteApi('/$lang/');

export function OverviewPage() {
  const { lang } = route.useParams();
  const search = route.useSearch();
  const data = route.useLoaderData();
  const { t } = useTranslation();
  if (!data) return <Message title={t('state.empty')} text={t('state.emptyText')} />;
  const rows = rowsOf(data.rows, search, lang);
  return (
    <>
      <div className={styles.top}>
        <div>
          <PageHeader title={t('overview.title')} lead={t('overview.lead')}>
            <ReleaseLine release={data.release} />
            <p>
              <Link to="/$lang/brief/$area" params={{ lang, area: 'region' }}>
                {t('nav.brief')}
              </Link>
            </p>
          </PageHeader>
          <Filters counts={data.statusCounts} search={search} />
        </div>
        <ActionMap data={data} search={search} />
      </div>
      {rows.length === 0 ? (
        <p role="status">{t('filters.none')}</p>
      ) : (
        <>
          <Scorecard
            data={data}
            rows={rows}
            at={data.release.latest ? undefined : data.release.number}
            marked={search.status}
          />
          <ScorecardBar data={data} rows={rows} search={search} />
        </>
      )}
      <Legend />
    </>
  );
}
