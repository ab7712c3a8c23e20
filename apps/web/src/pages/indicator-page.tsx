import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keep } from '../app/search.ts';
import { SignedInTools } from '../features/following/signed-in-tools.tsx';
import { IndicatorChart } from '../features/indicators/indicator-chart.tsx';
import { Evidence } from '../features/indicators/evidence.tsx';
import { isScored, namesOf } from '../features/indicators/indicator-data.ts';
import { ReceiptDialog } from '../features/indicators/receipt-dialog.tsx';
import { findReceipt } from '../features/indicators/receipt.ts';
import { Related } from '../features/indicators/related.tsx';
import { Revisions, revisedOf } from '../features/indicators/revisions.tsx';
import { Sheet } from '../features/indicators/sheet.tsx';
import { Standing } from '../features/indicators/standing.tsx';
import { Targets } from '../features/indicators/targets.tsx';
import { Values } from '../features/indicators/values.tsx';
import { searchOf, viewOf } from '../features/indicators/view.ts';
import { DocumentList } from '../ui/document-list.tsx';
import { LocalText } from '../ui/local-text.tsx';
import { LongList } from '../ui/long-list.tsx';
import { ReleaseLine } from '../ui/release-line.tsx';
import { Section } from '../ui/section.tsx';
import { SourceLine } from '../ui/source-line.tsx';
import styles from './indicator-page.module.css';

const route = getRouteApi('/$lang/indicators/$code');

/** One indicator: the chart, where each country stands, and everything the figures rest on. */
export function IndicatorPage() {
  const { lang } = route.useParams();
  const data = route.useLoaderData();
  const search = keep('indicator', route.useSearch());
  const navigate = route.useNavigate();
  const { t } = useTranslation();
  const view = viewOf(data, search);
  const names = namesOf(data.areas);
  const series = data.series.filter(({ area }) => view.areas.includes(area));
  const events = data.events.filter(({ area }) => view.areas.includes(area));
  const planned = series.some(({ target }) => target !== null) || data.benchmarks.length > 0;
  const reported = series.some(
    ({ values, breakdowns, alternatives }) =>
      values.length + breakdowns.length + alternatives.length > 0,
  );
  const revised = revisedOf(series);
  const receipt = findReceipt(data, search.receipt);
  return (
    <>
      {receipt && (
        <ReceiptDialog key={search.receipt} data={data} receipt={receipt} names={names} />
      )}
      <p className={styles.eyebrow}>
        <Link to="/$lang" params={{ lang }}>
          {t('nav.overview')}
        </Link>
        {data.actions.map((action) => (
          <span key={action.code}>
            {' › '}
            <Link to="/$lang/actions/$code" params={{ lang, code: action.code }}>
              {action.code} <LocalText of={action.title} />
            </Link>
            {` (${t(`role.${action.role}`)})`}
          </span>
        ))}
        {` › ${data.indicator.code} · `}
        <Link to="/$lang/compare" params={{ lang }} search={{ i: data.indicator.code }}>
          {t('indicator.compare')}
        </Link>
      </p>
      <SignedInTools follow={{ kind: 'INDICATOR', code: data.indicator.code }} />
      <IndicatorChart
        data={data}
        series={series}
        names={names}
        view={view}
        search={search}
        change={(next, passing = false) =>
          navigate({ search: searchOf(next, data, search), resetScroll: false, replace: passing })
        }
      />
      <Section
        title={t(
          data.indicator.scope === 'REGION' ? 'indicator.regionStanding' : 'indicator.standing',
        )}
        note={isScored(data) ? undefined : t('indicator.neverScored')}
      >
        <Standing data={data} series={series} names={names} />
      </Section>
      {planned && (
        <Section title={t('indicator.targets')}>
          <Targets data={data} series={series} names={names} />
        </Section>
      )}
      {events.length > 0 && (
        <Section title={t('events.title')} note={t('events.note')}>
          <Evidence data={data} areas={view.areas} names={names} />
        </Section>
      )}
      {reported && (
        <Section title={t('indicator.valuesTitle')} note={t('indicator.valuesNote')}>
          <Values data={data} series={series} names={names} />
        </Section>
      )}
      {revised.length > 0 && (
        <Section title={t('receipt.revisions')} note={t('indicator.revisionsNote')}>
          <Revisions data={data} revised={revised} names={names} />
        </Section>
      )}
      <Section title={t('indicator.sheetTitle')}>
        <Sheet indicator={data.indicator} />
      </Section>
      {data.related.length > 0 && (
        <Section title={t('indicator.related')}>
          <Related data={data} />
        </Section>
      )}
      {data.documents.length > 0 && (
        <Section title={t('documents.title')} note={t('documents.note')}>
          <LongList
            items={data.documents.filter(({ area }) => view.areas.includes(area))}
            first={8}
          >
            {(documents) => <DocumentList documents={documents} names={names} />}
          </LongList>
        </Section>
      )}
      {data.sources.length > 0 && (
        <Section title={t('sources.label')}>
          <SourceLine sources={data.sources} />
        </Section>
      )}
      <div className={styles.release}>
        <ReleaseLine release={data.release} />
      </div>
    </>
  );
}
