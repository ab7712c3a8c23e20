import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../charts/chart-card.tsx';
import type { ChartView } from '../../charts/chart.types.ts';
import { SheetPlot } from '../../charts/sheet/sheet-plot.tsx';
import { shortIndicator, shortUnit } from '../../charts/short-indicator.ts';
import { extentOf, curveOf } from '../../charts/curve.ts';
import { useIndicatorCard } from '../../charts/use-indicator-card.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { numberChange, valueFormatter } from '../../ui/number-change.ts';
import { useFormat } from '../../ui/use-format.ts';
import type { BriefIndicatorFragment, BriefReleaseFragment } from './brief.generated.ts';
import styles from './brief-chart.module.css';

/** One indicator of the brief, drawn for paper; on a screen it has everything that a chart has. */
export function BriefChart(props: {
  of: BriefIndicatorFragment;
  release: BriefReleaseFragment;
  /** Null: all areas. */
  country: string | null;
  names: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  const { t: tl } = useTranslation('levels');
  const format = useFormat();
  const { release, country, names } = props;
  const { indicator, definition } = props.of;
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
  const curves = drawn.map((one) => curveOf(one, chart.kind, view));
  const unit = shortUnit(indicator);
  const title = `${indicator.name.text}${unit}`;
  const bodies = [...new Set(series.flatMap((one) => one.bodies))];
  const texts = series
    .flatMap((one) => {
      const change = numberChange(tl, valueFormatter(t, format, indicator), one);
      return change === null ? [] : [`${names[one.cell.area] ?? one.cell.area}: ${change}`];
    })
    .join('; ');
  // in Russian the text may end with "г." (year), which has a full stop already
  const takeaway = texts.endsWith('.') ? texts : `${texts}.`;
  const card = useIndicatorCard({
    indicator,
    definition,
    release,
    chart,
    curves,
    names,
    title,
    takeaway,
    subtitle: [
      t('chart.subtitle', {
        ...span,
        countries: series.map(({ cell }) => names[cell.area]).join(', '),
      }),
    ],
    bodies,
    search: country === null ? {} : { c: country },
  });
  return (
    <div className={styles.chart}>
      <ChartCard
        {...card}
        level={3}
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
      >
        <div className={styles.plot} role="region" aria-label={title} tabIndex={0}>
          <SheetPlot
            curves={curves}
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
