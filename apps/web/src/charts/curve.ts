import { expectedValue, isOpenStatus, type Status } from '@qadam/domain';
import type {
  ChartIndicator,
  ChartSeries,
  ChartTarget,
  ChartValue,
  ChartView,
  MissingReason,
} from './chart.types.ts';

export interface Observed {
  year: number;
  /** null if the value is hidden or missing. */
  value: string | null;
  hidden: boolean;
  /** The value was reported, but has no place on the scale that is drawn. */
  offScale?: true;
  missingReason: MissingReason | null;
  /** Not final: provisional, estimated or imputed. Drawn hollow. */
  open: boolean;
  status: string;
  note?: NonNullable<ChartValue['note']>;
}
export interface YearValue {
  year: number;
  value: string;
}
export interface Fan {
  latestYear: number;
  latestValue: string;
  /** The year of the target, for which low, central and high are projected. */
  year: number;
  low: string;
  central: string;
  high: string;
}
/** Everything that a chart says about one area; the drawing, the reading of a year and the table are all made from it. */
export interface Curve {
  area: string;
  /** Years are counted from this one; absent: they are calendar years. */
  since?: number;
  observed: Observed[];
  /** The value that the plan expects in every year from the baseline to the target; without a baseline only the target. */
  path: YearValue[];
  target: YearValue | null;
  /** Is the target only one of reference, which the country has not adopted? */
  reference?: boolean;
  baseline: YearValue | null;
  fan: Fan | null;
  /** First years of a new definition, source, law or method. */
  breaks: number[];
  /** The status by the latest value, if it is judged. */
  latestStatus?: { year: number; status: Status };
}

export function curveOf(
  series: ChartSeries,
  kind: ChartIndicator['kind'],
  { from, to, layers }: ChartView,
): Curve {
  const within = ({ year }: { year: number }) => year >= from && year <= to;
  const { target } = series;
  const fan = layers.has('proj') ? fanOf(series) : null;
  const goal = targetOf(target);
  const baseline = baselineOf(target);
  return {
    area: series.area,
    reference: target?.reference === true,
    observed: series.values
      .filter(within)
      .map(observedValue)
      .sort((a, b) => a.year - b.year),
    path: layers.has('target') ? pathOf(target, kind).filter(within) : [],
    target: layers.has('target') && goal !== null && within(goal) ? goal : null,
    baseline: layers.has('base') && baseline !== null && within(baseline) ? baseline : null,
    fan: fan !== null && within(fan) ? fan : null,
    breaks: series.breaks.map(({ year }) => year).filter((year) => year > from && year <= to),
  };
}

/** An observation as it is drawn. A hidden one has no value. */
export function observed({
  year,
  value,
  status,
  missingReason,
  note,
}: Omit<ChartValue, 'obsStatus'> & { status: string }): Observed {
  const hidden = status === 'Q';
  return {
    year,
    value: hidden ? null : value,
    hidden,
    missingReason,
    open: isOpenStatus(status),
    status,
    ...(note && note.text !== '' && !hidden ? { note } : {}),
  };
}

export const observedValue = ({ obsStatus, ...value }: ChartValue): Observed =>
  observed({ ...value, status: obsStatus });

export function targetOf(target: ChartTarget | null): YearValue | null {
  return target?.points.toSorted((a, b) => a.year - b.year).at(-1) ?? null;
}

function baselineOf(target: ChartTarget | null): YearValue | null {
  if (target?.baselineYear == null || target.baselineValue === null) return null;
  return { year: target.baselineYear, value: target.baselineValue };
}

function pathOf(target: ChartTarget | null, kind: ChartIndicator['kind']): YearValue[] {
  const goal = targetOf(target);
  const baseline = baselineOf(target);
  if (target === null || goal === null) return [];
  // a yes/no question has no values between no and yes, so there is no path
  if (baseline === null || kind === 'BINARY') return [goal];
  const plan = {
    baselineYear: baseline.year,
    baselineValue: baseline.value,
    targetYear: goal.year,
    targetValue: goal.value,
    milestones: target.points.filter(({ year }) => year < goal.year),
    path: target.path,
  };
  return Array.from({ length: goal.year - baseline.year + 1 }, (_, i) => {
    const year = baseline.year + i;
    const { value } = expectedValue({ ...plan, year });
    return { year, value: value === null ? goal.value : String(value) };
  });
}

function fanOf({ assessment }: ChartSeries): Fan | null {
  if (assessment === null) return null;
  const { latestYear, latestValue, year, low, central, high } = assessment.projection;
  if (latestYear === null || latestValue === null || year === null) return null;
  if (low === null || central === null || high === null) return null;
  return { latestYear, latestValue, year, low, central, high };
}

/** The years a chart shows when none are chosen: from the first value or baseline to the last value, target or milestone. */
export function extentOf(
  series: readonly ChartSeries[],
  asOf: number,
): { from: number; to: number } {
  const years = series.flatMap(({ values, target }) => [
    ...values.map(({ year }) => year),
    ...(target === null ? [] : target.points.map(({ year }) => year)),
    ...(target?.baselineYear == null ? [] : [target.baselineYear]),
  ]);
  return { from: Math.min(asOf - 5, ...years), to: Math.max(asOf, ...years) };
}
