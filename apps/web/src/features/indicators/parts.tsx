import { useTranslation } from 'react-i18next';
import type { ChartCardProps, ChartFacts } from '../../charts/chart-facts.ts';
import type { ChartIndicator } from '../../charts/chart.types.ts';
import { groupsCsv } from '../../charts/groups/groups-csv.ts';
import { GroupTable } from '../../charts/groups/group-table.tsx';
import { groupsSentence } from '../../charts/groups/group-words.ts';
import { type AskPart, Groups } from '../../charts/groups/groups.tsx';
import { type GroupPanel, groupPanels, partId } from '../../charts/groups/groups.model.ts';
import { Maps } from '../../charts/map/maps.tsx';
import { useChartText } from '../../charts/use-chart-text.ts';
import {
  holdsAllParts,
  type IndicatorData,
  type IndicatorFacts,
  type IndicatorSeries,
  wordsOf,
} from './indicator-data.ts';
import { ReceiptLink } from './receipt.tsx';
import { type Shown, choose, type IndicatorView, offeredTabs, searchOf } from './view.ts';
import type { Names } from '../../ui/area-names.ts';
import { Section } from '../../ui/section.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { chartOf } from '../../charts/short-indicator.ts';

interface PartsOf {
  indicator: IndicatorFacts & Pick<ChartIndicator, 'kind'>;
  panels: GroupPanel[];
  /** The areas that publish parts. */
  areas: string[];
  names: Names;
  /** The names of regions and groups by code. */
  words: Names;
  sentence: string;
  /** The table and the file of the parts, for the card in which they are drawn. */
  card: (facts: ChartFacts, linked: boolean) => Pick<ChartCardProps, 'table' | 'csv'>;
}

/** The published parts of an indicator, as the view needs them: the map shows regions only. */
export function useParts(
  data: Pick<IndicatorData, 'indicator' | 'parts' | 'compared'>,
  series: readonly IndicatorSeries[],
  view: Pick<IndicatorView, 'from' | 'to' | 'tab'>,
  names: Names,
): PartsOf {
  const { t } = useTranslation(['public', 'charts']);
  const indicator = chartOf(data.indicator);
  const text = useChartText(indicator);
  const all = indicator.kind === 'NUMERIC' ? groupPanels(comparedIn(data, series), view) : [];
  const panels = view.tab === 'map' ? all.filter(({ division }) => division === 'region') : all;
  const words = wordsOf(data);
  return {
    indicator,
    panels,
    areas: [...new Set(panels.map(({ area }) => area))],
    names,
    words,
    sentence: groupsSentence(t, text, panels, names, words),
    card: ({ title }, linked) => ({
      table: (
        <GroupTable
          panels={panels}
          indicator={indicator}
          names={names}
          words={words}
          caption={t('chart.tableOf', { title })}
          ask={askOf(linked)}
        />
      ),
      csv: () => groupsCsv(indicator.code, panels),
    }),
  };
}

/**
 * The parts to draw. Only some of the parts would give a wrong picture, so an area of which not all came with the page
 * shows those that were asked for, or none.
 */
const comparedIn = (
  { compared = [] }: Pick<IndicatorData, 'compared'>,
  series: readonly IndicatorSeries[],
) =>
  series.map((one) => {
    const found = compared.find(({ area }) => area === one.area)?.values ?? [];
    return { area: one.area, breakdowns: holdsAllParts(one) ? one.breakdowns : found };
  });

const better = { INCREASE: 'up', DECREASE: 'down', TOWARDS: null, NONE: null } as const;

const askOf =
  (linked: boolean): AskPart =>
  (area, part, year, number) =>
    linked ? (
      <ReceiptLink receipt={`${area}.${year}.${partId(part)}`}>{number}</ReceiptLink>
    ) : (
      number
    );

/** The parts as bars and dots, or as a map with bars beside it. */
export function Parts(props: {
  of: PartsOf;
  map: boolean;
  title: string;
  level: 2 | 3;
  linked: boolean;
}) {
  const { of, linked } = props;
  const shared = {
    panels: of.panels,
    indicator: of.indicator,
    better: better[of.indicator.direction],
    names: of.names,
    words: of.words,
    level: props.level,
    ask: askOf(linked),
  };
  return props.map ? <Maps {...shared} title={props.title} /> : <Groups {...shared} />;
}

/** Below the chart of the whole: how far its parts differ, and links to the views of them. */
export function Differs({ data, series, names, view, search }: Shown) {
  const { t } = useTranslation(['public', 'charts']);
  const parts = useParts(data, series, view, names);
  if (view.tab === 'map' || view.tab === 'groups') return null;
  const isDrawn = parts.panels.length > 0;
  if (!isDrawn && series.every(holdsAllParts)) return null;
  const views = offeredTabs(data, view.areas).filter((tab) => tab === 'map' || tab === 'groups');
  const unit = data.indicator.unitText.text;
  return (
    <Section title={t('charts:differs.title')} {...(isDrawn ? { note: parts.sentence } : {})}>
      {isDrawn && <Parts of={parts} map={false} title={unit} level={3} linked />}
      <p>
        {views.map((tab, i) => (
          <span key={tab}>
            {i > 0 && ' · '}
            <PageLink
              to="/$lang/indicators/$code"
              params={{ code: data.indicator.code }}
              search={searchOf(choose(data, view, { tab, scale: 'value' }), data, search)}
            >
              {t(`charts:differs.${tab}`)}
            </PageLink>
          </span>
        ))}
      </p>
    </Section>
  );
}
