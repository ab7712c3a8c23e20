import { decimalText, progressShare } from '@qadam/domain';
import { chartOf } from '../../charts/short-indicator.ts';
import type { ChartIndicator } from '../../charts/chart.types.ts';
import { asShare, inShares } from '../../charts/share.ts';
import { type Curve, curveOf, targetOf, type YearValue } from '../../charts/curve.ts';
import {
  type IndicatorData,
  type IndicatorFacts,
  type IndicatorSeries,
  type IndicatorSource,
  isScored,
} from './indicator-data.ts';
import type { IndicatorView } from './view.ts';
import { hundredfold } from '../../ui/decimal-text.ts';
import type { Provenance } from '../../charts/source-text.ts';

interface Drawn {
  /** The series that can be drawn on the chosen scale. */
  drawn: IndicatorSeries[];
  curves: Curve[];
  /** The indicator as it is drawn: with the unit "percent of the way" on the progress scale. */
  chart: ChartIndicator;
}

/** What the chosen view draws; its table, file, picture and sentence are made from the same. */
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

/**
 * A curve as progress from its baseline, 0 %, to its target, 100 %: the values by their published shares, plan and
 * projection computed by the same rule. Null if no share was published, as then there is nothing to draw.
 */
export function progressCurve(
  curve: Curve,
  { values, target }: IndicatorSeries,
  { kind, direction }: Pick<IndicatorFacts, 'kind' | 'direction'>,
): Curve | null {
  const goal = targetOf(target);
  if (target === null || goal === null || values.every(({ progress }) => progress === null))
    return null;
  const { baselineYear, baselineValue, tolerance } = target;
  const start = baselineYear ?? -Infinity;
  const shareOf = (value: string): string | null => {
    const share = progressShare(
      { kind, direction, baselineValue, targetValue: goal.value, tolerance },
      value,
    );
    return share === null ? null : hundredfold(decimalText(share));
  };
  const shares = new Map(values.map(({ year, progress }) => [year, progress]));
  return {
    ...curve,
    observed: inShares(
      curve.observed.filter(({ year }) => year >= start),
      (year) => shares.get(year) ?? null,
    ),
    path: curve.path.flatMap(({ year, value }): YearValue[] => {
      const share = shareOf(value);
      return share === null ? [] : [{ year, value: share }];
    }),
    target: curve.target && { year: curve.target.year, value: '100' },
    baseline: curve.baseline && { year: curve.baseline.year, value: '0' },
    fan: wayFan(curve.fan, shareOf),
    breaks: curve.breaks.filter((year) => year > start),
  };
}

/** If less is better, the low end of the projection has made more progress than the high end, so the two change places. */
function wayFan(fan: Curve['fan'], shareOf: (value: string) => string | null): Curve['fan'] {
  if (fan === null) return null;
  const [latestValue, low, central, high] = [fan.latestValue, fan.low, fan.central, fan.high].map(
    shareOf,
  );
  if (latestValue == null || low == null || central == null || high == null) return null;
  const [near, far] = Number(low) > Number(high) ? [high, low] : [low, high];
  return { ...fan, latestValue, low: near, central, high: far };
}

interface Years {
  from: number;
  to: number;
}

/** The values in the years shown, without gaps; a hidden value is one of them. */
const shownValues = (series: readonly IndicatorSeries[], { from, to }: Years) =>
  series
    .flatMap(({ values }) => values)
    .filter(({ year, value, obsStatus }) => {
      const known = value !== null || obsStatus === 'Q';
      return known && year >= from && year <= to;
    });

/** The publishers of the drawn values, in the order in which they first occur. */
export function publishersOf(
  series: readonly IndicatorSeries[],
  sources: readonly IndicatorSource[],
  years: Years,
): string[] {
  const publishers = shownValues(series, years).flatMap(
    ({ source, sourceText, body }) =>
      sources.find(({ id }) => id === source)?.publisher ?? body?.text ?? sourceText ?? [],
  );
  return [...new Set(publishers)];
}

/** The days on which the newest of the drawn values were handed in and approved, and how many values were revised. */
export function provenanceOf(series: readonly IndicatorSeries[], years: Years): Provenance {
  const values = shownValues(series, years);
  // ISO dates: the last one in alphabetical order is the latest
  const newest = (days: (string | null)[]) =>
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1);
  return {
    submittedOn: newest(values.map(({ submittedOn }) => submittedOn)),
    approvedOn: newest(values.map(({ approvedOn }) => approvedOn)),
    revised: values.filter(({ earlier }) => earlier.length > 0).length,
  };
}
