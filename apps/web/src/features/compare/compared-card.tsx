import { isScored } from '@qadam/domain';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { stringifySearch } from '../../app/search.ts';
import { changesText } from '../../charts/changes-text.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import type { Scale } from '../../charts/multiples/multiples.model.ts';
import { Chart } from '../../charts/chart.tsx';
import { Multiples } from '../../charts/multiples/multiples.tsx';
import { asShare } from '../../charts/share.ts';
import { shortIndicator, shortUnit } from '../../charts/short-indicator.ts';
import type { Curve } from '../../charts/curve.ts';
import { type ChartText, useChartText } from '../../charts/use-chart-text.ts';
import { useIndicatorCard } from '../../charts/use-indicator-card.tsx';
import type { Names } from '../../ui/area-names.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { IndicatorName } from '../../ui/indicator-name.tsx';
import { statusText } from '../../ui/status-text.ts';
import { summarySentence } from '../../ui/summary-sentence.ts';
import { useFormat } from '../../ui/use-format.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { compareCsv } from './compare-csv.ts';
import {
  type Compared,
  type ComparedSeries,
  type CompareView,
  searchAlone,
  type Shown,
} from './view.ts';
import { knownOf } from './comparability.ts';
import styles from './compared-card.module.css';

const root = getRouteApi('__root__');

interface Props extends Shown {
  compared: Compared;
  /** The curves that can be drawn on this scale. */
  curves: readonly Curve[];
  span: { from: number; to: number };
  /** The value scale that all charts of the page share. */
  scale: Scale | undefined;
  /** True for counts: each country needs a scale of its own. */
  apart: boolean;
}

/**
 * One indicator of the comparison: a drawing for each country with the same years and scale as the others, and its
 * table, source, downloads and links.
 */
export function ComparedCard(props: Props) {
  const { lang, origin } = root.useRouteContext();
  const { t } = useTranslation(['public', 'charts', 'compare']);
  const format = useFormat();
  const { data, compared, curves, names, view, span } = props;
  const { release } = data;
  const { indicator } = compared;
  const aligned = view.align === 'baseline';
  const progress = view.scale === 'progress';
  const chart = progress
    ? asShare({ lang, text: t('chart.scale.progress') })
    : shortIndicator(indicator);
  const text = useChartText(chart);
  const scored = isScored({ ...compared.indicator, role: compared.role });
  const shown = compared.series.filter(({ cell }) => isShown(cell.area, view));
  const drawn = shown.filter(({ cell }) => curves.some(({ area }) => area === cell.area));
  const unit = shortUnit(indicator);
  const title = progress
    ? t('chart.wayOf', { name: indicator.name.text })
    : `${indicator.name.text}${unit}`;
  const bodies = [...new Set(drawn.flatMap((one) => one.bodies))];
  const takeaway =
    progress || aligned
      ? comparedSentence(t, text, curves, names, view)
      : indicator.kind === 'NUMERIC'
        ? changesText(t, text, comparedText(curves, shown), names, release.asOfYear)
        : summarySentence(
            t,
            format,
            indicator,
            shown.map(({ cell }) => ({ name: names[cell.area] ?? cell.area, cell })),
            scored,
          );
  const own = searchAlone(props, [indicator.code]);
  const url = `${origin}/${lang}/compare${stringifySearch(own)}`;
  const missing = shown.filter((one) => !drawn.includes(one));
  const card = useIndicatorCard({
    indicator,
    definition: compared.definition,
    release,
    chart,
    curves,
    names,
    title,
    takeaway,
    subtitle: [
      [
        ...drawn.map(({ cell }) => names[cell.area]),
        aligned ? t('compare:since', span) : `${span.from}–${span.to}`,
      ].join(', '),
      t('releases.one', { number: release.number }),
    ],
    bodies,
    search: { c: own.c, t: own.t },
    url,
    ...(aligned ? { yearHead: t('compare:sinceHead') } : {}),
  });
  const plot = {
    ...{ curves, indicator: chart, names, ...span, asOf: release.asOfYear },
    steps: indicator.kind !== 'NUMERIC',
  };
  return (
    <ChartCard
      {...card}
      csv={() => compareCsv(compared, curves, release.asOfYear)}
      level={2}
      heading={
        <>
          <IndicatorName indicator={indicator} />
          {progress ? (
            <span className={styles.about}>: {t('chart.scale.progress')}</span>
          ) : (
            unit !== '' && (
              <span className={styles.about}>
                , <LocalText of={indicator.unitText} />
              </span>
            )
          )}
        </>
      }
      note={
        <>
          {props.apart && <p className={styles.about}>{t('charts:apart')}</p>}
          {missing.length > 0 && (
            <p className={styles.about}>
              {t('chart.notDrawn', {
                list: missing
                  .map(
                    ({ cell }) =>
                      `${names[cell.area] ?? cell.area} (${scored ? statusText(t, reasonOf(cell.status), false) : t('series.context')})`,
                  )
                  .join(', '),
              })}
            </p>
          )}
        </>
      }
    >
      {view.draw === 'joint' && !props.apart ? (
        <Chart {...plot} benchmarks={[]} title={title} description={takeaway} />
      ) : (
        <Multiples
          {...plot}
          statuses={(area) => ({
            status: shown.find(({ cell }) => cell.area === area)?.cell.status ?? 'NO_DATA',
            scored,
          })}
          own={view.own || props.apart}
          scale={props.apart ? undefined : props.scale}
          yearText={aligned ? (year) => t('compare:yearSince', { year }) : undefined}
          ask={(area, year, number) => (
            <PageLink
              to="/$lang/indicators/$code"
              params={{ code: indicator.code }}
              search={{
                receipt: `${area}.${year + (curves.find((one) => one.area === area)?.since ?? 0)}`,
              }}
              className={styles.number}
            >
              {number}
            </PageLink>
          )}
        />
      )}
    </ChartCard>
  );
}

/** Countries without a value are included, as the sentence mentions them. */
const comparedText = (curves: readonly Curve[], shown: readonly ComparedSeries[]) =>
  shown.map(
    ({ cell: { area } }) =>
      curves.find((curve) => curve.area === area) ?? { area, observed: [], breaks: [] },
  );

/** Is this series shown? A regional indicator has only one, whatever countries are chosen. */
const isShown = (area: string, view: CompareView): boolean =>
  area === 'CA4' || view.areas.includes(area);

/** The statuses that explain why there is no drawing. Others do not: a yes/no question that is due has a baseline too. */
const reasons = ['NO_TARGET', 'NO_BASELINE', 'NO_DATA', 'SUPPRESSED', 'NOT_APPLICABLE'] as const;
const reasonOf = (status: ComparedSeries['cell']['status']) =>
  reasons.find((reason) => reason === status) ?? 'NO_BASELINE';

/** The latest year since the baseline in which at least two areas have a value, so that these can be compared. */
function commonYear(curves: readonly Curve[]): number | null {
  const years = curves.flatMap((curve) => knownOf(curve).map(({ year }) => year));
  const shared = years.filter((year, i) => year > 0 && years.indexOf(year) !== i);
  return shared.length === 0 ? null : Math.max(...shared);
}

/**
 * The shares, or the values by years since the baseline, in one sentence: all for the same year if two areas have a
 * value in one, or else the latest of each.
 */
function comparedSentence(
  t: TFunction<['public', 'compare']>,
  text: ChartText,
  curves: readonly Curve[],
  names: Names,
  view: Pick<CompareView, 'align' | 'scale'>,
): string {
  const aligned = view.align === 'baseline';
  // a share is given in whole percent, as everywhere; the table has all digits
  const say = (value: string) =>
    view.scale === 'progress' ? text.rounded(value, 0) : text.value(value);
  const year = aligned ? commonYear(curves) : null;
  const parts = curves.flatMap((curve) => {
    const points = knownOf(curve);
    const point = year === null ? points.at(-1) : points.find((one) => one.year === year);
    if (!point) return [];
    const value = point.value === null ? text.absent(point) : say(point.value);
    const country = names[curve.area] ?? curve.area;
    if (year !== null) return [`${country} ${value}`];
    const when = aligned
      ? t('compare:yearSince', { year: point.year })
      : String(point.year + (curve.since ?? 0));
    return [`${country} ${value} (${when})`];
  });
  if (parts.length === 0) return t('chart.nothingDrawn');
  const list = parts.join('; ');
  return year === null ? t('compare:latest', { list }) : t('compare:atYear', { year, list });
}
