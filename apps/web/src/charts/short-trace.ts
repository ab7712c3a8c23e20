import type { IndicatorSummaryFragment, ShortSeriesFragment } from '../ui/indicator.generated.ts';
import type { ChartIndicator } from './chart.types.ts';
import { observed, type Trace } from './trace.ts';

/** The short series of a list as everything a chart, its table and its file are made of. */
export function shortTrace({ cell, points, target }: ShortSeriesFragment): Trace {
  const goal =
    target === null || target.value === null ? null : { year: target.year, value: target.value };
  return {
    area: cell.area,
    observed: points.map(observed),
    path: goal === null ? [] : [goal],
    target: goal,
    baseline: null,
    fan: null,
    breaks: [],
  };
}

/** What a chart needs to know of an indicator beyond its summary is the same for all that are drawn small. */
export function shortIndicator(indicator: IndicatorSummaryFragment): ChartIndicator {
  return { ...indicator, multiplier: '1', min: null, max: null };
}

/** The unit beside the name; '' where the words or stages say it themselves. */
export const shortUnit = ({ kind, unitText }: IndicatorSummaryFragment): string =>
  kind === 'NUMERIC' ? `, ${unitText.text}` : '';
