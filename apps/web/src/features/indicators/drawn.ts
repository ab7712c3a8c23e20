import type { ChartIndicator } from '../../charts/chart.types.ts';
import { asShare } from '../../charts/share.ts';
import { curveOf, type Curve } from '../../charts/curve.ts';
import { isScored, type IndicatorData, type IndicatorSeries } from './indicator-data.ts';
import type { IndicatorView } from './view.ts';
import { progressCurve } from './progress-curve.ts';
import { chartOf } from '../../charts/short-indicator.ts';

interface Drawn {
  /** The areas that can be drawn on the chosen scale. */
  drawn: IndicatorSeries[];
  curves: Curve[];
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
    const curve = curveOf(one, indicator.kind, view);
    const { latestYear = null, status } = one.assessment ?? {};
    const known =
      scored && status && latestYear !== null
        ? { ...curve, latestStatus: { year: latestYear, status } }
        : curve;
    const shown = way ? progressCurve(known, one, indicator) : known;
    return shown === null ? [] : [{ one, curve: shown }];
  });
  return {
    drawn: pairs.map(({ one }) => one),
    curves: pairs.map(({ curve }) => curve),
    chart: way ? asShare({ lang: indicator.name.lang, text: unitOfWay }) : indicator,
  };
}
