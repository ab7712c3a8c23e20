import { checkCell, type CellHit } from '@qadam/domain';
import type { QualityIndicatorRow, QualityValueRow, ReleasedTotals } from './quality-rows.ts';
import type { ValueHits } from './release.entity.ts';

/** The same rules as at the desk: each value is compared with the published years before it. Cells without hits are left out. */
export function ruleHits({ day, indicators, values }: ReleasedTotals): ValueHits[] {
  const byIndicator = Map.groupBy(values, ({ indicator }) => indicator);
  return indicators.filter(hasFigures).flatMap((indicator) => {
    const series = Map.groupBy(byIndicator.get(indicator.code) ?? [], ({ area }) => area);
    return [...series.values()].flatMap((own) =>
      own.flatMap((value) => {
        const hits = hitsOf(indicator, value, own, day);
        const { area, year } = value;
        return hits.length === 0 ? [] : [{ area, indicator: indicator.code, year, hits }];
      }),
    );
  });
}

/** The rules check figures; the stages of a law are checked one by one when they are reported. */
const hasFigures = ({ kind }: QualityIndicatorRow): boolean => kind !== 'MILESTONE';

function hitsOf(
  indicator: QualityIndicatorRow,
  value: QualityValueRow,
  series: readonly QualityValueRow[],
  day: string,
): CellHit[] {
  // the hits of a hidden cell would hint at its value
  if (value.obsStatus === 'Q') return [];
  return checkCell({
    ...value,
    indicator,
    multiplier: indicator.multiplier,
    currentYear: Number(day.slice(0, 4)),
    history: series
      .filter(({ year }) => year < value.year)
      .map(({ obsStatus: status, ...earlier }) => ({ ...earlier, status })),
  }).hits;
}
