import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { without } from '../../app/search.ts';
import { chartAddresses } from '../../charts/addresses.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { ChartTable } from '../../charts/chart-table.tsx';
import { Multiples } from '../../charts/multiples/multiples.tsx';
import { Chart } from '../../charts/chart.tsx';
import { sourceText } from '../../charts/source-text.ts';
import { traceOf } from '../../charts/trace.ts';
import { twinCsv } from '../../charts/twin-csv.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Controls } from './controls.tsx';
import {
  isScoredAnywhere,
  unitBeside,
  type IndicatorData,
  type IndicatorSeries,
  type Names,
} from './indicator-data.ts';
import { ReceiptLink } from './receipt-link.tsx';
import { sourcesOf } from './sources-text.ts';
import { takeaway } from './takeaway.ts';
import { offeredLayers, type IndicatorSearch, type IndicatorView } from './view.ts';
import styles from './indicator-chart.module.css';

const root = getRouteApi('__root__');

interface Props {
  data: IndicatorData;
  /** The areas shown. */
  series: readonly IndicatorSeries[];
  names: Names;
  view: IndicatorView;
  search: IndicatorSearch;
  /** Absent in a frame on another site, where nothing is chosen. */
  change?: (view: IndicatorView) => void;
  /** Inside another site. */
  framed?: boolean;
}

export function IndicatorChart({
  data,
  series,
  names,
  view,
  search,
  change,
  framed = false,
}: Props) {
  const { lang, origin } = root.useRouteContext();
  const { t } = useTranslation();
  const format = useFormat();
  const { indicator, release } = data;
  const traces = series.map((one) => traceOf(one, indicator.kind, view));
  const sentence = takeaway(
    { t, format, indicator, scored: isScoredAnywhere(data) },
    series,
    names,
  );
  const unit = unitBeside(indicator);
  const title = unit === null ? indicator.name.text : `${indicator.name.text}, ${unit}`;
  const period = t('chart.subtitle', {
    from: view.from,
    to: view.to,
    countries: view.areas.map((area) => names[area]).join(', '),
  });
  const { publishers, open } = sourcesOf(series, data.sources);
  const source = sourceText(t, format, {
    bodies: publishers,
    publishedAt: release.publishedAt,
    open,
  });
  const addresses = chartAddresses(
    t,
    { origin, lang, code: indicator.code, release: release.number },
    without(search, 'receipt'),
  );
  return (
    <ChartCard
      level={1}
      tableOpen
      framed={framed}
      facts={{
        name: indicator.code,
        title,
        takeaway: sentence,
        subtitle: `${period} · ${t('releases.one', { number: release.number })} · ${t('releases.asOf', { year: release.asOfYear })}`,
        source,
        open,
        url: addresses.page,
      }}
      heading={
        <>
          <LocalText of={indicator.name} />
          {unit !== null && (
            <span className={styles.unit}>
              , <LocalText of={indicator.unitText} />
            </span>
          )}
        </>
      }
      note={
        !isScoredAnywhere(data) && (
          <p className={styles.note}>
            {t(indicator.sensitive ? 'indicator.contextCases' : 'indicator.context')}
          </p>
        )
      }
      controls={
        change && (
          <Controls
            view={view}
            areas={data.series.map(({ area }) => area)}
            names={names}
            layers={offeredLayers(data)}
            change={change}
          />
        )
      }
      table={
        <ChartTable
          traces={traces}
          indicator={indicator}
          names={names}
          asOf={release.asOfYear}
          caption={t('chart.tableOf', { title })}
          ask={
            change &&
            ((area, year, number) => (
              <ReceiptLink receipt={`${area}.${year}`}>{number}</ReceiptLink>
            ))
          }
        />
      }
      csv={() => twinCsv(indicator.code, traces, release.asOfYear)}
      files={addresses.files}
      embed={addresses.embed}
      citation={t('chart.citation', {
        name: title,
        number: release.number,
        date: format.date(release.publishedAt),
        url: addresses.page,
      })}
      definition={
        <p>
          <LocalText of={indicator.definition} />
        </p>
      }
    >
      {view.tab === 'multiples' && (
        <Multiples
          traces={traces}
          indicator={indicator}
          names={names}
          standing={(area) => ({
            status: series.find((one) => one.area === area)?.assessment?.status ?? 'NO_DATA',
            scored: isScoredAnywhere(data),
          })}
          from={view.from}
          to={view.to}
          asOf={release.asOfYear}
          own={false}
          ask={(area, year, number) =>
            change ? <ReceiptLink receipt={`${area}.${year}`}>{number}</ReceiptLink> : number
          }
        />
      )}
      {view.tab === 'chart' && (
        <Chart
          focus={view.focus}
          {...(change ? { onFocus: (focus) => change({ ...view, focus }) } : {})}
          traces={traces}
          indicator={indicator}
          benchmarks={view.layers.has('bench') ? data.benchmarks : []}
          from={view.from}
          to={view.to}
          asOf={release.asOfYear}
          names={names}
          title={title}
          description={sentence}
        />
      )}
    </ChartCard>
  );
}
