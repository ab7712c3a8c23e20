import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SignedInTools } from '../features/following/signed-in-tools.tsx';
import { keep, stringifySearch, type SearchOf } from '../app/search.ts';
import { ActionMap } from '../features/scorecard/action-map.tsx';
import { Filters } from '../features/scorecard/filters.tsx';
import { countsOf, foundRows, isProvisional, rowsOf } from '../features/scorecard/rows-of.ts';
import { Scorecard } from '../features/scorecard/scorecard.tsx';
import { ScorecardBar } from '../features/scorecard/scorecard-bar.tsx';
import type { CellView } from '../features/scorecard/scorecard.types.ts';
import { BottomBar } from '../ui/bottom-bar.tsx';
import { Legend } from '../ui/legend.tsx';
import { MeetingSource } from '../ui/meeting-source.tsx';
import { Message } from '../ui/message.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ReleaseLine } from '../ui/release-line.tsx';
import styles from './overview-page.module.css';

const route = getRouteApi('/$lang/');

export function OverviewPage() {
  const { lang } = route.useParams();
  // in the one order of the stored page, in whatever order it was asked
  const search = keep('scorecard', route.useSearch());
  const data = route.useLoaderData();
  const { origin } = route.useRouteContext();
  const { t } = useTranslation();
  if (!data) return <Message title={t('state.empty')} text={t('state.emptyText')} />;
  const found = foundRows(data.rows, search);
  const rows = rowsOf(data.rows, search, lang);
  const view = viewOf(search);
  return (
    <>
      <div className={styles.top}>
        <div>
          <PageHeader title={t('overview.title')} lead={t('overview.lead')}>
            <ReleaseLine release={data.release} year={data.year} />
            <SignedInTools news />
            <p>
              <Link to="/$lang/brief/$area" params={{ lang, area: 'region' }}>
                {t('nav.brief')}
              </Link>
              {' · '}
              <MeetingSource />
            </p>
          </PageHeader>
          <Filters data={data} counts={countsOf(found)} search={search} />
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
            view={view}
            marked={(row, cell) =>
              cell.status === search.status ||
              (search.mark !== undefined && isProvisional(row, cell))
            }
          />
          <ScorecardBar data={data} rows={rows} search={search} view={view} />
        </>
      )}
      <Legend />
      <BottomBar
        url={`${origin}/${lang}${stringifySearch({ ...search, release: data.release.number })}`}
      />
    </>
  );
}

const viewOf = ({ view }: SearchOf<'scorecard'>): CellView =>
  view === 'value' || view === 'change' ? view : 'status';
