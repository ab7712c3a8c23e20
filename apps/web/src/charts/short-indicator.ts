import type { IndicatorSummaryFragment } from '../ui/indicator.generated.ts';
import type { ChartIndicator } from './chart.types.ts';

/** An indicator for a small chart, made from its summary: the other fields are the same for all small charts. */
export function shortIndicator(indicator: IndicatorSummaryFragment): ChartIndicator {
  return { ...chartOf(indicator), multiplier: '1', min: null, max: null };
}

/** The unit beside the name; '' unless the indicator is a number. */
export const shortUnit = ({ kind, unitText }: IndicatorSummaryFragment): string =>
  kind === 'NUMERIC' ? `, ${unitText.text}` : '';

/** An indicator with the kind that charts know. A law is never drawn, because it has no series. */
export const chartOf = <T extends Pick<IndicatorSummaryFragment, 'kind'>>(indicator: T) => {
  const kind: ChartIndicator['kind'] = indicator.kind === 'BINARY' ? 'BINARY' : 'NUMERIC';
  return { ...indicator, kind };
};
