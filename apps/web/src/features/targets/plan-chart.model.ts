import { dec, decimalText, expectedValue } from '@qadam/domain';
import type { TargetPlanFragment } from './target-desk.generated.ts';
import type { Point, ReadPlan } from './plan-draft.ts';
import type { YearFigure } from './plausibility.ts';

interface Dot {
  x: number;
  y: number;
  label: string;
}
/** The lowest and the highest value of the chart. */
export interface Frame {
  low: number;
  high: number;
}
export interface PlanChart {
  frame: Frame;
  /** The end of the plan, which can be dragged. */
  end: Dot | null;
  /** Observed values, interrupted at missing years. */
  runs: Dot[][];
  /** The draft's path, a dot for each year. */
  path: Dot[];
  /** The latest value and the target, labelled on the side away from the path. */
  marks: (Dot & { year: number; value: string; below: boolean })[];
  /** The points that the plan names. */
  points: Dot[];
  years: { x: number; year: number }[];
}

export const box = { width: 560, height: 240, left: 12, right: 12, top: 36, bottom: 56 };

/** Pixel positions of the observed values and of the planned path; the only place where values become floats. */
export function planChart(
  history: readonly YearFigure[],
  { baseline, target, points }: ReadPlan,
  path: TargetPlanFragment['path'],
  held?: Frame,
): PlanChart | null {
  const observed = history.flatMap(({ year, value }) => (value === null ? [] : [{ year, value }]));
  const planned = plannedPoints(baseline, target, points, path);
  const all = [...observed, ...planned, ...(target ? [target] : [])];
  if (all.length === 0) return null;
  const years = all.map(({ year }) => year);
  const values = all.map(({ value }) => Number(value));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const { low, high } = held ?? { low: Math.min(...values), high: Math.max(...values) };
  const between = (at: number, from: number, to: number, start: number, end: number) =>
    from === to ? (start + end) / 2 : start + ((at - from) / (to - from)) * (end - start);
  const dot = ({ year, value }: Point): Dot => ({
    x: between(year, first, last, box.left, box.width - box.right),
    y: between(Number(value), low, high, box.height - box.bottom, box.top),
    label: `${year}: ${value}`,
  });

  const runs: Dot[][] = [];
  observed.forEach((point, index) => {
    const joins = observed[index - 1]?.year === point.year - 1;
    const run = runs.at(-1);
    if (joins && run) run.push(dot(point));
    else runs.push([dot(point)]);
  });
  const latest = observed.at(-1);
  const falls = baseline !== null && target !== null && dec(target.value).lessThan(baseline.value);
  return {
    frame: { low, high },
    end: target && dot(target),
    runs,
    path: planned.map(dot),
    marks: [
      ...(latest ? [{ ...dot(latest), ...latest, below: false }] : []),
      ...(target ? [{ ...dot(target), ...target, below: falls }] : []),
    ],
    points: [baseline, ...points, target].flatMap((point) => (point ? [dot(point)] : [])),
    years: [...new Set([first, baseline?.year ?? first, last])].map((year) => ({
      year,
      x: between(year, first, last, box.left, box.width - box.right),
    })),
  };
}

/** A frame with room above and below, so that the end can be dragged beyond what is drawn. */
export function withMargin({ low, high }: Frame): Frame {
  const room = high === low ? Math.max(1, Math.abs(high)) : (high - low) / 2;
  return { low: low - room, high: high + room };
}

/** The value at this height of the drawing. */
export function valueAt(y: number, { low, high }: Frame): number {
  const [bottom, top] = [box.height - box.bottom, box.top];
  const share = Math.min(1, Math.max(0, (bottom - y) / (bottom - top)));
  return low + share * (high - low);
}

function plannedPoints(
  baseline: Point | null,
  target: Point | null,
  milestones: readonly Point[],
  path: TargetPlanFragment['path'],
): Point[] {
  if (!baseline || !target || target.year <= baseline.year || target.year - baseline.year > 100) {
    return [];
  }
  const years = Array.from(
    { length: target.year - baseline.year + 1 },
    (_, n) => baseline.year + n,
  );
  return years.flatMap((year) => {
    const { value } = expectedValue({
      baselineYear: baseline.year,
      baselineValue: baseline.value,
      targetYear: target.year,
      targetValue: target.value,
      milestones,
      path,
      year,
    });
    return value === null ? [] : [{ year, value: decimalText(value) }];
  });
}
