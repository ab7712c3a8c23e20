import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { chartAddresses } from '../../charts/addresses.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { ChartTable } from '../../charts/chart-table.tsx';
import { Multiples } from '../../charts/multiples/multiples.tsx';
import { shortIndicator, shortTrace } from '../../charts/short-trace.ts';
import { twinCsv } from '../../charts/twin-csv.ts';
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
  const { lang, origin } = root.useRouteContext();
  const { t } = useTranslation();
  const format = useFormat();
  const { data, entry, own } = props;
  const { release } = data;
  const { indicator, role, series } = entry;
  const names = Object.fromEntries(
    data.areas.map(({ code, name }) => [code, code === 'CA4' ? t('scorecard.allFour') : name.text]),
  );
  const scored = role !== 'CONTEXT' && indicator.direction !== 'NONE';
  const traces = series.map(shortTrace);
  const chart = shortIndicator(indicator);
  const years = traces.flatMap(({ observed, target }) => [
    ...observed.map(({ year }) => year),
    ...(target === null ? [] : [target.year]),
  ]);
  const from = Math.min(release.asOfYear - 5, ...years);
  const to = Math.max(release.asOfYear, ...years);
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
    { c: props.c },
  );
  const pinned = release.latest ? {} : { release: release.number };
  return (
    <ChartCard
      level={3}
      facts={{
        name: indicator.code,
        title,
        takeaway,
        subtitle: [
          indicator.code,
          t('chart.subtitle', {
            from,
            to,
            countries: series.map(({ cell }) => names[cell.area]).join(', '),
          }),
          t('releases.one', { number: release.number }),
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
          <IndicatorName indicator={indicator} />
          {unit !== '' && (
            <span className={styles.about}>
              , <LocalText of={indicator.unitText} />
            </span>
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
          <LocalText of={entry.definition} />
        </p>
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
