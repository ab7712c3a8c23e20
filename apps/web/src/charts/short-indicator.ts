import type { IndicatorSummaryFragment } from '../ui/indicator.generated.ts';
import type { ChartIndicator } from './chart.types.ts';

/** What a chart needs to know of an indicator beyond its summary is the same for all that are drawn small. */
export function shortIndicator(indicator: IndicatorSummaryFragment): ChartIndicator {
  return { ...chartOf(indicator), multiplier: '1', min: null, max: null };
}

/** The unit beside the name; '' where the words say it themselves. */
export const shortUnit = ({ kind, unitText }: IndicatorSummaryFragment): string =>
  kind === 'NUMERIC' ? `, ${unitText.text}` : '';

/** An indicator as charts know it. A law has no series: none is ever drawn. */
export const chartOf = <T extends Pick<IndicatorSummaryFragment, 'kind'>>(indicator: T) => {
  const kind: ChartIndicator['kind'] = indicator.kind === 'BINARY' ? 'BINARY' : 'NUMERIC';
  return { ...indicator, kind };
};
