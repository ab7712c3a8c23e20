import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { chartAddresses } from '../../charts/addresses.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { ChartTable } from '../../charts/chart-table.tsx';
import type { ChartView } from '../../charts/chart.types.ts';
import { SheetPlot } from '../../charts/sheet/sheet-plot.tsx';
import { shortIndicator } from '../../charts/short-trace.ts';
import { extentOf, traceOf } from '../../charts/trace.ts';
import { twinCsv } from '../../charts/twin-csv.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { summarySentence } from '../../ui/summary-sentence.ts';
import { useFormat } from '../../ui/use-format.ts';
import type { BriefIndicatorFragment, BriefReleaseFragment } from './brief.generated.ts';
import styles from './brief-chart.module.css';

const root = getRouteApi('__root__');

/** One indicator of the brief, drawn for paper; on a screen with everything a chart has. */
export function BriefChart(props: {
  of: BriefIndicatorFragment;
  release: BriefReleaseFragment;
  /** Null: all areas. */
  country: string | null;
  names: Readonly<Record<string, string>>;
}) {
  const { lang, origin } = root.useRouteContext();
  const { t } = useTranslation();
  const format = useFormat();
  const { release, country, names } = props;
  const { indicator, role, definition } = props.of;
  const series = props.of.series.filter(
    ({ cell }) => country === null || cell.area === country || cell.area === 'CA4',
  );
  const chart = shortIndicator(indicator);
  const drawn = series.map(({ cell, points, target, breaks }) => ({
    area: cell.area,
    values: points.map(({ status, ...point }) => ({ ...point, obsStatus: status })),
    target,
    assessment: null,
    breaks,
  }));
  const span = extentOf(drawn, release.asOfYear);
  const view: ChartView = { ...span, layers: new Set(['target'] as const) };
  const traces = drawn.map((one) => traceOf(one, indicator.kind, view));
  const scored = role !== 'CONTEXT' && indicator.direction !== 'NONE';
  const unit = indicator.kind === 'NUMERIC' ? `, ${indicator.unitText.text}` : '';
  const title = `${indicator.name.text}${unit}`;
  const bodies = [...new Set(series.flatMap((one) => one.bodies))];
  const open = traces.flatMap(({ observed }) => observed).filter((point) => point.open).length;
  const takeaway = summarySentence(
    t,
    format,
    indicator,
    series.map(({ cell }) => ({ name: names[cell.area] ?? cell.area, cell })),
    scored,
  );
  const addresses = chartAddresses(
    t,
    { origin, lang, code: indicator.code, release: release.number },
    country === null ? {} : { c: country },
  );
  return (
    <div className={styles.chart}>
      <ChartCard
        level={3}
        facts={{
          name: indicator.code,
          title,
          takeaway,
          subtitle: [
            indicator.code,
            t('chart.subtitle', {
              ...span,
              countries: series.map(({ cell }) => names[cell.area]).join(', '),
            }),
          ].join(' · '),
          source: [
            bodies.length === 0
              ? t('chart.noSource')
              : t('chart.source', { list: bodies.join('; ') }),
            ...(open > 0 ? [t('chart.open', { count: open })] : []),
          ].join(' · '),
          open,
          url: addresses.page,
        }}
        heading={
          <>
            <LocalText of={indicator.name} />
            {unit !== '' && (
              <>
                , <LocalText of={indicator.unitText} />
              </>
            )}
          </>
        }
        table={
          <ChartTable
            traces={traces}
            indicator={chart}
            names={names}
            asOf={release.asOfYear}
            caption={t('chart.tableOf', { title })}
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
            <LocalText of={definition} />
          </p>
        }
      >
        <div className={styles.plot} role="region" aria-label={title} tabIndex={0}>
          <SheetPlot
            traces={traces}
            indicator={chart}
            names={names}
            {...span}
            asOf={release.asOfYear}
            title={title}
            description={takeaway}
          />
        </div>
      </ChartCard>
    </div>
  );
}
