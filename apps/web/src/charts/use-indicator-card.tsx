import { useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IndicatorSummaryFragment } from '../ui/indicator.generated.ts';
import type { LocalTextFragment } from '../ui/local-text.generated.ts';
import { LocalText } from '../ui/local-text.tsx';
import { useFormat } from '../ui/use-format.ts';
import { chartAddresses } from './addresses.ts';
import type { ChartCardProps } from './chart-facts.ts';
import { ChartTable, type ChartTableProps } from './chart-table.tsx';
import type { ChartIndicator } from './chart.types.ts';
import { yearRows } from './reading.ts';
import { sourceText, type Provenance } from './source-text.ts';
import { tableCsv } from './table-csv.ts';

interface Of extends Pick<ChartTableProps, 'curves' | 'names' | 'rows' | 'yearHead' | 'ask'> {
  indicator: IndicatorSummaryFragment;
  definition: LocalTextFragment;
  release: { number: string; publishedAt: string; asOfYear: number };
  /** The measure as it is drawn. */
  chart: ChartIndicator;
  title: string;
  takeaway: string;
  /** The parts of the subtitle after the indicator's code. */
  subtitle: readonly string[];
  bodies: readonly string[];
  /** What else the line under the chart says about the figures. */
  provenance?: Provenance;
  /** The chosen view, as search parameters of the indicator's own page. */
  search: Readonly<Record<string, string | undefined>>;
  /** The address of the view if it is not on the indicator's own page. */
  url?: string;
}

type Card = Pick<
  ChartCardProps,
  'facts' | 'table' | 'csv' | 'files' | 'embed' | 'citation' | 'definition'
>;

/** The props of a ChartCard for an indicator, the same for every kind of drawing. */
export function useIndicatorCard(of: Of): Card {
  const { lang, origin } = useRouteContext({ from: '__root__' });
  const { t } = useTranslation('public');
  const format = useFormat();
  const { indicator, release, curves, title, bodies } = of;
  const { code } = indicator;
  const { number, asOfYear } = release;
  const addresses = chartAddresses(t, { origin, lang, code, release: number }, of.search);
  const url = of.url ?? addresses.page;
  const open = curves.flatMap(({ observed }) => observed).filter((point) => point.open).length;
  return {
    facts: {
      name: code,
      title,
      takeaway: of.takeaway,
      subtitle: [code, ...of.subtitle].join(' · '),
      source: sourceText(t, format, {
        ...of.provenance,
        bodies,
        publishedAt: release.publishedAt,
        open,
      }),
      open,
      url,
    },
    table: (
      <ChartTable
        {...of}
        indicator={of.chart}
        asOf={asOfYear}
        caption={t('chart.tableOf', { title })}
      />
    ),
    csv: () => tableCsv(code, of.rows ?? yearRows(curves, asOfYear)),
    files: addresses.files,
    embed: addresses.embed,
    citation: [
      ...(bodies.length > 0 ? [`${bodies.join('; ')}.`] : []),
      t('chart.citation', {
        name: title,
        number,
        date: format.date(release.publishedAt),
        url,
      }),
    ].join(' '),
    definition: (
      <p>
        <LocalText of={of.definition} />
      </p>
    ),
  };
}
