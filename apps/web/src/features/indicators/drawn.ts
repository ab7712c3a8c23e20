import { chartOf } from '../../charts/chart-of.ts';
import type { ChartIndicator } from '../../charts/chart.types.ts';
import { asShare } from '../../charts/share.ts';
import { traceOf, type Trace } from '../../charts/trace.ts';
import { isScored, type IndicatorData, type IndicatorSeries } from './indicator-data.ts';
import type { IndicatorView } from './view.ts';
import { wayTrace } from './way-trace.ts';

interface Drawn {
  /** The areas that can be drawn on the chosen scale. */
  drawn: IndicatorSeries[];
  traces: Trace[];
  /** The measure as it is drawn. */
  chart: ChartIndicator;
}

/** What the chosen view draws: table, file, picture and sentence are all made of it. */
export function drawnOf(
  data: Pick<IndicatorData, 'indicator' | 'actions' | 'release'>,
  series: readonly IndicatorSeries[],
  view: IndicatorView,
  unitOfWay: string,
): Drawn {
  const indicator = chartOf(data.indicator);
  const scored = isScored(data);
  const way = view.scale === 'progress';
  const pairs = series.flatMap((one) => {
    const trace = traceOf(one, indicator.kind, view);
    const { latestYear = null, status } = one.assessment ?? {};
    const known =
      scored && status && latestYear !== null
        ? { ...trace, standing: { year: latestYear, status } }
        : trace;
    const shown = way ? wayTrace(known, one, indicator) : known;
    return shown === null ? [] : [{ one, trace: shown }];
  });
  return {
    drawn: pairs.map(({ one }) => one),
    traces: pairs.map(({ trace }) => trace),
    chart: way ? asShare({ lang: indicator.name.lang, text: unitOfWay }) : indicator,
  };
}
