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
  /** null: hidden or missing, never a number of its own. */
  value: string | null;
  hidden: boolean;
  /** Reported, but nothing can be said of it on the scale that is drawn. */
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
  /** The year of the target, where low, central and high stand. */
  year: number;
  low: string;
  central: string;
  high: string;
}
/** Everything that is said about one area: the drawing, the reading of a year and the table all take it from here. */
export interface Curve {
  area: string;
  /** Years are counted from this one; absent: they are those of the calendar. */
  since?: number;
  observed: Observed[];
  /** The values the plan expects, every year from the baseline to the target; the target alone without a baseline. */
  path: YearValue[];
  target: YearValue | null;
  /** The target is one of reference: no country adopted it. */
  reference?: boolean;
  baseline: YearValue | null;
  fan: Fan | null;
  /** First years of a new definition, source, law or method. */
  breaks: number[];
  /** What was said of the latest value, where it is judged. */
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

/** A point as it is drawn. A hidden one has no value. */
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
  // between no and yes there is no way: a law has no half
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

/** The years a chart shows when none are chosen: from the first thing known to the last thing planned. */
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
