import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keep, stringifySearch } from '../app/search.ts';
import { SignedInTools } from '../features/following/signed-in-tools.tsx';
import { Differs } from '../features/indicators/parts.tsx';
import { Folds } from '../features/indicators/folds.tsx';
import { IndicatorChart } from '../features/indicators/indicator-chart.tsx';
import { isReported } from '../features/indicators/indicator-data.ts';
import { NotReportedIndicator } from '../features/indicators/not-reported-indicator.tsx';
import { ReceiptDialog } from '../features/indicators/receipt-dialog.tsx';
import { findReceipt } from '../features/indicators/receipt.tsx';
import { searchOf, viewOf } from '../features/indicators/view.ts';
import { namesOf } from '../ui/area-names.ts';
import { LawPart } from '../ui/laws/law-part.tsx';
import { CitePage } from '../features/publication/cite-page.tsx';
import { LocalText } from '../ui/local-text.tsx';
import { ReleaseLine } from '../ui/release-line.tsx';
import { PageLink } from '../ui/page-link.tsx';
import styles from './indicator-page.module.css';

const route = getRouteApi('/$lang/indicators/$code');

/** One indicator: mainly its chart; what it is based on is folded below it. */
export function IndicatorPage() {
  const data = route.useLoaderData();
  const search = keep('indicator', route.useSearch());
  const navigate = route.useNavigate();
  const { t } = useTranslation();
  const view = viewOf(data, search);
  const names = namesOf(data.areas);
  const series = data.series.filter(({ area }) => view.areas.includes(area));
  const shown = { data, series, names, view, search };
  const receipt = findReceipt(data, search.receipt);
  const { law } = data;
  const reported = isReported(data.series);
  return (
    <>
      {receipt && (
        <ReceiptDialog key={search.receipt} data={data} receipt={receipt} names={names} />
      )}
      <p className={styles.eyebrow}>
        <PageLink to="/$lang">{t('nav.overview')}</PageLink>
        {data.actions.map((action) => (
          <span key={action.code}>
            {' › '}
            <PageLink to="/$lang/actions/$code" params={{ code: action.code }}>
              <LocalText of={action.title} />
            </PageLink>
            {` (${t(`role.${action.role}`)})`}
          </span>
        ))}
        {reported && (
          <span className={styles.beside}>
            {' · '}
            <PageLink to="/$lang/compare" search={{ i: data.indicator.code }}>
              {t('indicator.compare')}
            </PageLink>
          </span>
        )}
      </p>
      {search.receipt !== undefined && !receipt && (
        <p className="note">
          {t('receipt.none', { number: search.receipt, release: data.release.number })}
        </p>
      )}
      <SignedInTools follow={{ kind: 'INDICATOR', code: data.indicator.code }} />
      {law ? (
        <LawPart
          law={law}
          areas={data.areas}
          events={data.events}
          sources={data.sources}
          chosen={search.c?.split('~') ?? []}
        />
      ) : reported ? (
        <>
          <IndicatorChart
            {...shown}
            change={(next, passing = false) =>
              navigate({
                search: searchOf(next, data, search),
                resetScroll: false,
                replace: passing,
              })
            }
          />
          <Differs {...shown} />
        </>
      ) : (
        <NotReportedIndicator data={data} names={names} />
      )}
      <Folds {...shown} reported={reported} />
      <div className={styles.release}>
        <ReleaseLine release={data.release} />
      </div>
      {law && (
        <CitePage
          name={data.indicator.name.text}
          path={`/indicators/${data.indicator.code}${stringifySearch({ ...search, release: data.release.number })}`}
          release={data.release}
        />
      )}
    </>
  );
}
