import type { IndicatorSummaryFragment } from '../ui/indicator.generated.ts';
import type { ChartIndicator } from './chart.types.ts';

/** An indicator as charts know it. A law has no series: none is ever drawn. */
export const chartOf = <T extends Pick<IndicatorSummaryFragment, 'kind'>>(indicator: T) => {
  const kind: ChartIndicator['kind'] = indicator.kind === 'BINARY' ? 'BINARY' : 'NUMERIC';
  return { ...indicator, kind };
};
