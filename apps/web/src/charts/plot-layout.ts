import {
  placeLabels,
  rightMargin,
  textWidth,
  type Box,
  type Label,
  type Stroke,
} from './labels.ts';
import { onAxis } from './scale.ts';
import type { PlotModel, PlotPoint } from './line/line.model.ts';

/** The first and last year are this many years inside the plot, so that no mark is cut. */
export const edge = 0.3;

interface PlotName {
  id: string;
  text: string;
  end: PlotPoint;
}

export interface Layout {
  area: Box;
  x: (year: number) => number;
  y: (value: number) => number;
  labels: Label[];
}

/** The positions of everything in px, with room for the widest tick on the left and for the names of lines on the right. */
export function plotLayout(options: {
  model: PlotModel;
  from: number;
  to: number;
  width: number;
  height: number;
  /** Room for the ticks of the value axis. */
  left: number;
  /** Room for what is written above the plot and below it. */
  head: number;
  foot: number;
  names: readonly PlotName[];
  /** Names beside marks inside the plot, for which no room is kept on the right. */
  inside?: readonly PlotName[];
  /** Years with a vertical line through the whole plot. */
  uprights?: readonly number[];
  /** The height of a name; on a screen each is a target for a pointer (WCAG 2.5.8). */
  gap?: number;
}): Layout {
  const { model, from, to, width, height, left, head, foot, names } = options;
  const { inside = [], uprights = [], gap = 24 } = options;
  const share = (year: number) => (year - from + edge) / (to - from + 2 * edge);
  const ends = names.map(({ text, end }) => ({
    share: share(end.year),
    text: textWidth(text) + 14,
  }));
  const right = width - rightMargin(ends, width, left);
  const area = { left, right, top: head, bottom: height - foot };
  const x = (year: number) => area.left + share(year) * (area.right - area.left);
  const y = onAxis(model.ticks, area.bottom, area.top);
  const labels = placeLabels(
    [...names, ...inside].map(({ id, text, end }) => ({
      id,
      text,
      x: x(end.year) + 10,
      y: y(end.value),
    })),
    [
      ...strokesOf(model, x, y),
      ...uprights.map((year) => ({ x1: x(year), x2: x(year), y1: area.top, y2: area.bottom })),
      ...model.benchmarks.map(({ value }) => ({
        x1: area.left,
        x2: area.right,
        y1: y(value),
        y2: y(value),
      })),
    ],
    gap,
    { left: area.left, right: width, top: area.top + 8, bottom: area.bottom - 8 },
  );
  return { area, x, y, labels };
}

/** Everything that names should not cover: lines, marks, plans and projections. */
function strokesOf(
  { tracks }: PlotModel,
  x: (year: number) => number,
  y: (value: number) => number,
): Stroke[] {
  const line = (spots: readonly PlotPoint[]): Stroke[] =>
    spots.map((spot, i) => {
      const before = spots[i - 1] ?? spot;
      return { x1: x(before.year), y1: y(before.value), x2: x(spot.year), y2: y(spot.value) };
    });
  return tracks.flatMap(({ runs, path, target, baseline, fan }) => [
    ...runs.flatMap(line),
    ...line(path),
    ...line(fan),
    ...[target, baseline].flatMap((spot) => (spot === null ? [] : line([spot]))),
  ]);
}
