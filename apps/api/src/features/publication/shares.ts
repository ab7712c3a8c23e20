import { progressSeries } from '@qadam/domain';
import { exactText } from '../../assessments/assessment-row.ts';
import type { IndicatorCell } from './progress.type.ts';
import type { IndicatorRowOf, PointRow } from './public-rows.ts';

interface Series {
  indicator: Pick<IndicatorRowOf, 'kind' | 'direction'>;
  cell: Pick<IndicatorCell, 'status' | 'progress' | 'latestYear'>;
  values: readonly Pick<PointRow, 'year' | 'value' | 'status' | 'assessable'>[];
  target: {
    baselineYear: number | null;
    baselineValue: string | null;
    points: readonly { year: number; value: string }[];
    tolerance: string | null;
  } | null;
  breaks: readonly { year: number }[];
  /** The release was assessed by the rules of today. */
  current: boolean;
}

/**
 * The share of the way by year. The latest one is the one that was published. The earlier ones are computed from the same
 * released figures by the same rule, unless the release was assessed by an older version of it; nothing is said where the
 * assessment itself is hidden.
 */
export function sharesOf(series: Series): Map<number, string | null> {
  const { cell, target, breaks, current } = series;
  const goal = target?.points.at(-1);
  const judged = cell.status !== 'SUPPRESSED' && cell.status !== 'NOT_APPLICABLE';
  const computed =
    current && judged && target && goal
      ? progressSeries({
          kind: series.indicator.kind,
          direction: series.indicator.direction,
          baselineYear: target.baselineYear,
          baselineValue: target.baselineValue,
          targetYear: goal.year,
          targetValue: goal.value,
          tolerance: target.tolerance,
          milestones: target.points.slice(0, -1),
          observations: series.values
            .filter(({ assessable }) => assessable)
            .map(({ year, value, status }) => ({ year, value, status })),
          breaks: breaks.map(({ year }) => year),
        })
      : [];
  const shares = new Map(computed.map(({ year, progress }) => [year, exactText(progress)]));
  if (cell.latestYear !== null && cell.progress !== null)
    shares.set(cell.latestYear, cell.progress);
  return shares;
}
