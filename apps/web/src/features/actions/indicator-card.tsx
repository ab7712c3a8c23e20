import { isScored } from '@qadam/domain';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../charts/chart-card.tsx';
import { Multiples } from '../../charts/multiples/multiples.tsx';
import { shortIndicator, shortTrace, shortUnit } from '../../charts/short-trace.ts';
import { useIndicatorCard } from '../../charts/use-indicator-card.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { IndicatorName } from '../../ui/series-table.tsx';
import { summarySentence } from '../../ui/summary-sentence.ts';
import { useFormat } from '../../ui/use-format.ts';
import type { ActionPageData } from './action-page.types.ts';
import styles from './indicators.module.css';

const root = getRouteApi('__root__');

/** One indicator of the action: a drawing per country on the same years, with its table, source and ways out. */
export function IndicatorCard(props: {
  data: ActionPageData;
  entry: ActionPageData['indicators'][number];
  /** Each country on a scale of its own. */
  own: boolean;
  /** The areas that the address chose; undefined: all. */
  c: string | undefined;
}) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const format = useFormat();
  const { data, entry, own } = props;
  const { release } = data;
  const { indicator, role, series } = entry;
  const names = Object.fromEntries(
    data.areas.map(({ code, name }) => [code, code === 'CA4' ? t('scorecard.allFour') : name.text]),
  );
  const scored = isScored({ ...indicator, role });
  const traces = series.map(shortTrace);
  const chart = shortIndicator(indicator);
  const years = traces.flatMap(({ observed, target }) => [
    ...observed.map(({ year }) => year),
    ...(target === null ? [] : [target.year]),
  ]);
  const from = Math.min(release.asOfYear - 5, ...years);
  const to = Math.max(release.asOfYear, ...years);
  const unit = shortUnit(indicator);
  const title = `${indicator.name.text}${unit}`;
  const bodies = [...new Set(series.flatMap((one) => one.bodies))];
  const takeaway = summarySentence(
    t,
    format,
    indicator,
    series.map(({ cell }) => ({ name: names[cell.area] ?? cell.area, cell })),
    scored,
  );
  const pinned = release.latest ? {} : { release: release.number };
  const card = useIndicatorCard({
    indicator,
    definition: entry.definition,
    release,
    chart,
    traces,
    names,
    title,
    takeaway,
    subtitle: [
      t('chart.subtitle', {
        from,
        to,
        countries: series.map(({ cell }) => names[cell.area]).join(', '),
      }),
      t('releases.one', { number: release.number }),
    ],
    bodies,
    search: { c: props.c },
  });
  return (
    <ChartCard
      {...card}
      level={3}
      heading={
        <>
          <IndicatorName indicator={indicator} />
          {unit !== '' && (
            <span className={styles.about}>
              , <LocalText of={indicator.unitText} />
            </span>
          )}
        </>
      }
    >
      <Multiples
        traces={traces}
        indicator={chart}
        names={names}
        standing={(area) => ({
          status: series.find(({ cell }) => cell.area === area)?.cell.status ?? 'NO_DATA',
          scored,
        })}
        from={from}
        to={to}
        asOf={release.asOfYear}
        own={own}
        ask={(area, year, number) => (
          <Link
            to="/$lang/indicators/$code"
            params={{ lang, code: indicator.code }}
            search={{ ...pinned, receipt: `${area}.${year}` }}
            className={styles.number}
          >
            {number}
          </Link>
        )}
      />
    </ChartCard>
  );
}
