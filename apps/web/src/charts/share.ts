import { hundredfold } from '../ui/decimal-text.ts';
import type { ChartIndicator } from './chart.types.ts';
import type { Observed } from './curve.ts';

/** The indicator for shares of the way, which are percentages whatever was measured. */
export const asShare = (unitText: ChartIndicator['unitText']): ChartIndicator => ({
  kind: 'NUMERIC',
  unit: 'PT',
  unitText,
  decimals: 0,
  derived: true,
  multiplier: '1',
  min: null,
  max: null,
});

/** The same observations as shares of the way from baseline to target, in percent. A value without a share is marked as off the scale. */
export const inShares = (
  observed: readonly Observed[],
  shareIn: (year: number) => string | null,
): Observed[] =>
  observed.map((point) => {
    if (point.value === null) return point;
    const share = shareIn(point.year);
    return share === null
      ? { ...point, value: null, offScale: true }
      : { ...point, value: hundredfold(share) };
  });
