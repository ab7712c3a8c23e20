import type { Numeric } from '../values/decimal.ts';
import { error, warning } from './cell-hit.ts';
import type { CellHit, CheckCellInput, EarlierValue } from './check-cell.types.ts';
import { minMax } from './min-max.ts';
import { modifiedZScore } from './modified-z-score.ts';
import { monotoneCumulative } from './monotone-cumulative.ts';
import { unitMagnitude } from './unit-magnitude.ts';
import { yearOnYear } from './year-on-year.ts';

/**
 * What the other years of a cell say about its value. For numbers only: a law that passes or a stage that is
 * reached is news, not an outlier. If the unit seems wrong, that explains every other surprise, so it is the only warning.
 */
export function historyHits(cell: CheckCellInput, value: Numeric): CellHit[] {
  if (cell.indicator.kind !== 'NUMERIC') return [];
  const others = (cell.history ?? []).filter(({ year }) => year !== cell.year);
  // saves work: most values of a new table are the first of their series
  if (others.length === 0) return [];
  const fall = cell.indicator.valueType === 'CUMULATIVE' ? fallHits(cell, value, others) : [];
  const history = others.map((other) => other.value);
  const { factor } = unitMagnitude({ history, value });
  if (factor !== null) return [...fall, warning('unitMagnitude', 'UNIT_MAGNITUDE', { factor })];
  return [...fall, ...outlierHits(history, value), ...changeHits(cell, value, others)];
}

function fallHits(
  cell: CheckCellInput,
  value: Numeric,
  others: readonly EarlierValue[],
): CellHit[] {
  const { years } = monotoneCumulative({
    series: [...others, { year: cell.year, value, status: cell.obsStatus }],
  });
  // only a fall to this value, or from it to the next, is its fault
  const later = others.filter((other) => other.value != null && other.year > cell.year);
  const next = Math.min(...later.map(({ year }) => year));
  const broken = years.find((year) => year === cell.year || year === next);
  return broken === undefined
    ? []
    : [error('monotoneCumulative', 'CUMULATIVE_FALLS', { year: broken })];
}

/** Looks for outliers by medians if there is enough history for them, else by mean and spread. */
function outlierHits(history: EarlierValue['value'][], value: Numeric): CellHit[] {
  const { result, median } = modifiedZScore({ history, value });
  if (result === 'WARN') return [warning('modifiedZScore', 'OUTLIER', { median })];
  if (result === 'OK') return [];
  const usual = minMax({ history, value });
  if (usual.result !== 'WARN') return [];
  return [warning('minMax', 'OUTLIER', { lower: usual.lower, upper: usual.upper })];
}

function changeHits(
  cell: CheckCellInput,
  value: Numeric,
  others: readonly EarlierValue[],
): CellHit[] {
  const last = others
    .filter((other) => other.value != null && other.year < cell.year)
    .toSorted((a, b) => a.year - b.year)
    .at(-1);
  if (last === undefined) return [];
  const gapYears = cell.year - last.year;
  const { result, change } = yearOnYear({ value, previous: last.value, gapYears });
  if (result !== 'WARN') return [];
  const params = { change, previous: last.value, previousYear: last.year };
  return [warning('yearOnYear', 'LARGE_CHANGE', params)];
}
