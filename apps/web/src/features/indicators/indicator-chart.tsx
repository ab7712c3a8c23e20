import { useTranslation } from 'react-i18next';
import { without } from '../../app/search.ts';
import { Bars } from '../../charts/bars/bars.tsx';
import { barRows } from '../../charts/bars/bars.model.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { Chart } from '../../charts/chart.tsx';
import type { Ask } from '../../charts/chart-table.tsx';
import { Multiples } from '../../charts/multiples/multiples.tsx';
import { useIndicatorCard } from '../../charts/use-indicator-card.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { statusText } from '../../ui/status-text.ts';
import { useFormat } from '../../ui/use-format.ts';
import { Controls } from './controls.tsx';
import { drawnOf, provenanceOf, publishersOf } from './drawn.ts';
import {
  holdsAllParts,
  type IndicatorSeries,
  isScored,
  newestOf,
  unitIfNotNamed,
} from './indicator-data.ts';
import { NotBrokenDown, TotalLeftOut } from './not-broken-down.tsx';
import { Parts, useParts } from './parts.tsx';
import { ReceiptLink } from './receipt.tsx';
import { progressTakeaway, takeaway } from './takeaway.ts';
import { type Change, defaultYears, hasOwnScales, type Shown } from './view.ts';
import { YearRange } from './year-range.tsx';
import styles from './indicator-chart.module.css';

/** Without `change` nothing can be chosen, as in a frame on another site. */
type Props = Shown & { change?: Change; framed?: boolean };

/** The figures of an indicator in the view that the address names, with their table, file, picture and sentence. */
export function IndicatorChart(props: Props) {
  const { t } = useTranslation(['public', 'charts']);
  const format = useFormat();
  const { data, series, names, view, search, change, framed = false } = props;
  const { indicator, release } = data;
  const scored = isScored(data);
  const way = view.scale === 'progress';
  const { curves, drawn, chart } = drawnOf(data, series, view, t('chart.scale.progress'));
  const parts = useParts(data, series, view, names);
  const inParts = view.tab === 'map' || view.tab === 'groups';
  const context = { t, format, indicator, scored };
  const sentence = inParts
    ? parts.sentence
    : way
      ? progressTakeaway(context, series, names)
      : takeaway(context, series, names, { ...view, asOf: release.asOfYear });
  const unit = unitIfNotNamed(indicator);
  const name = indicator.name.text;
  const title = way ? t('chart.wayOf', { name }) : unit === null ? name : `${name}, ${unit}`;
  const missing = inParts ? [] : series.filter((one) => !drawn.includes(one));
  const ask: Ask = (area, year, number) =>
    change ? <ReceiptLink receipt={`${area}.${year}`}>{number}</ReceiptLink> : number;
  const standing = (area: string) => ({
    status: series.find((one) => one.area === area)?.assessment?.status ?? 'NO_DATA',
    scored,
  });
  const benchmarks = view.layers.has('bench') && !way ? data.benchmarks : [];
  const card = useIndicatorCard({
    indicator,
    definition: indicator.definition,
    release,
    chart,
    curves,
    names,
    title,
    takeaway: sentence,
    subtitle: [
      t('chart.subtitle', {
        from: view.from,
        to: view.to,
        countries: (inParts ? parts.areas : drawn.map(({ area }) => area))
          .map((area) => names[area])
          .join(', '),
      }),
      t('releases.one', { number: release.number }),
      t('releases.asOf', { year: release.asOfYear }),
    ],
    bodies: publishersOf(drawn, data.sources, view),
    provenance: provenanceOf(drawn, view),
    search: without(search, 'receipt'),
    rows: view.tab === 'bars' ? barRows(curves, release.asOfYear) : undefined,
    ask,
  });
  const own = inParts ? { ...card, ...parts.card(card.facts, change !== undefined) } : card;
  const shared = { curves, indicator: chart, names, asOf: release.asOfYear };
  const years = { from: view.from, to: view.to };
  return (
    <ChartCard
      {...own}
      level={1}
      tableFold={view.tab !== 'table'}
      framed={framed}
      heading={
        <>
          <LocalText of={indicator.name} />
          {(way || unit !== null) && (
            <span className={styles.unit}>
              , {way ? t('chart.scale.progress') : <LocalText of={indicator.unitText} />}
            </span>
          )}
        </>
      }
      note={
        <>
          {!scored && (
            <p className={styles.note}>
              {t(indicator.sensitive ? 'indicator.contextCases' : 'indicator.context')}
              {hasOwnScales(data, view.areas) && ` ${t('charts:apart')}`}
            </p>
          )}
          {missing.length > 0 && (
            <p className={styles.note}>
              {t('chart.notDrawn', {
                list: missing
                  .map((one) => `${names[one.area] ?? one.area} (${reasonOf(one)})`)
                  .join(', '),
              })}
            </p>
          )}
          <TotalLeftOut series={series} names={names} />
          {inParts && <NotBrokenDown series={series} names={names} />}
        </>
      }
      below={change && <YearRange view={view} whole={defaultYears(data, view)} change={change} />}
      controls={change && <Controls {...{ data, view, search, names, change }} />}
    >
      {view.tab === 'bars' && (
        <Bars {...shared} benchmarks={benchmarks} statuses={standing} ask={ask} />
      )}
      {view.tab === 'multiples' && (
        <Multiples {...shared} {...years} statuses={standing} own={view.own} ask={ask} />
      )}
      {view.tab === 'chart' && (
        <Chart
          {...shared}
          {...years}
          focus={view.focus}
          {...(change ? { onFocus: (focus) => void change({ ...view, focus }) } : {})}
          benchmarks={benchmarks}
          title={title}
          description={sentence}
        />
      )}
      {inParts && (
        <Parts
          of={parts}
          level={2}
          map={view.tab === 'map'}
          title={title}
          linked={change !== undefined}
        />
      )}
      {inParts && !series.every(holdsAllParts) && (
        <p className={styles.note}>{t('charts:groups.many')}</p>
      )}
      {view.tab === 'table' && <div data-way="table">{card.table}</div>}
    </ChartCard>
  );

  /** Why no progress can be drawn for a country. */
  function reasonOf(one: IndicatorSeries): string {
    return statusText(t, one.assessment?.status ?? 'NO_DATA', newestOf(one) !== undefined);
  }
}
