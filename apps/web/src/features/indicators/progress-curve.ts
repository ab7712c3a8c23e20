import { decimalText, progressShare } from '@qadam/domain';
import { inShares } from '../../charts/share.ts';
import type { Curve, YearValue } from '../../charts/curve.ts';
import { targetOf } from '../../charts/curve.ts';
import { hundredfold } from '../../ui/decimal-text.ts';
import type { IndicatorFacts, IndicatorSeries } from './indicator-data.ts';

/**
 * A curve on the way from its baseline, 0 %, to its target, 100 %: the published shares of its values, and what plan and
 * projection are by the same rule. Null where no share was published, so that there is nothing to draw.
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

/** Where less is better, the low end of the projection is the far end of the way. */
function wayFan(fan: Curve['fan'], shareOf: (value: string) => string | null): Curve['fan'] {
  if (fan === null) return null;
  const [latestValue, low, central, high] = [fan.latestValue, fan.low, fan.central, fan.high].map(
    shareOf,
  );
  if (latestValue == null || low == null || central == null || high == null) return null;
  const [near, far] = Number(low) > Number(high) ? [high, low] : [low, high];
  return { ...fan, latestValue, low: near, central, high: far };
}
